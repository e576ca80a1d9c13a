/** In the languages in which gateways are written besides English. */
const refusals = [
  /敏感|涉黄|涉黃|涉政|色情|裸露|不安全|[违違](规|規|禁|法)|[内內]容(安全|[审審]核|政策)|法律法规|侵[权權]/,
  /[审審]核(不|未|失[败敗]|拒[绝絕])|安全([系系][统統]|[审審]核|策略|[过過][滤濾])[^。]{0,20}(拒[绝絕]|未通[过過]|拦截|攔截|屏蔽|不通[过過])|未通[过過][^。]{0,6}(安全|[审審]核)/,
  /(风控|風控|风险|風險)[^。]{0,8}([拦攔]截|拒[绝絕]|[未不]通[过過])|[未不]通[过過][^。]{0,6}(风控|風控|风险|風險)/,
  /コンテンツ[・ ]?(ポリシー|フィルタ)|不適切|ポリシー(に|への)?違反|安全(システム|フィルタ)|センシティブ/,
  /콘텐츠 ?(정책|필터)|부적절|정책[^.]{0,10}위반|안전 ?(시스템|필터)|유해/,
  /sicherheits(system|filter|richtlinie)|(inhalts|nutzungs)richtlinie|inhaltsfilter|unangemessene[nrsm]? inhalt/i,
  /système de sécurité|politiques? (de|du|relatives? aux?) contenus?|(politique|règles) d['’]utilisation|filtre de contenu|contenu inapproprié/i,
  /sistema de segur(idad|ança)|sistema di sicurezza|pol[ií]ticas? de (contenidos?|conteúdo|uso)|(contenido|conteúdo) (inapropiado|inadequado|inapropriado)|contenuto inappropriato|filtro de conte(nido|údo)/iu,
  /(отклон|заблокир|запрещ|наруш|не прош)\p{L}{0,8}[^.]{0,40}(модерац|политик|правил)|(модерац|політик|заборонен)\p{L}{0,8}[^.]{0,40}(отклон|заблокир|контент|вміст)|порушу\p{L}{0,4}[^.]{0,40}(політик|правил)/iu,
  /içerik (politika|filtre)|güvenlik (sistem|filtre|politika)|uygunsuz|politika\p{L}{0,10} (ihlal|aykırı)/iu,
  /polityk\p{L}{0,4} (treści|bezpieczeństwa|użytkowania)|filtr\p{L}{0,3} (treści|bezpieczeństwa)|narusza\p{L}{0,3}[^.]{0,40}(zasad|polityk|regulamin)|nieodpowiedni\p{L}{0,4} treś|(odrzuc|zablok)\p{L}{0,8}[^.]{0,40}moderacj/iu,
  /سياسة (المحتوى|الاستخدام)|(ينتهك|انتهاك)[^.]{0,30}(سياس|قواعد)|محتوى (غير لائق|غير مناسب|محظور|حساس)|نظام (السلامة|الأمان)/u,
  /norme sui contenuti|viola\p{L}{0,5}[^.]{0,30}(norme|politiche|linee guida)|inhoudsbeleid|gebruiksbeleid|veiligheids(systeem|filter)|ongepaste inhoud/iu,
  /chính sách nội dung|vi phạm[^.]{0,30}chính sách|nội dung (không phù hợp|nhạy cảm)|kebijakan (konten|penggunaan)|konten (tidak pantas|sensitif)/iu,
  /систем\p{L}{0,20} безопасности|(политик|правил)\p{L}{0,20} (контента|использования)|(недопустим|запрещ[её]нн|неприемлем)\p{L}{0,20} (контент|содержани|сло)/iu,
];

/** Words that tell of a rule, and as well of a parameter's; and how a model says that it will not. */
const likelyRefusals = [
  /[违違]反|不合[规規]/,
  /我(们|們)?(无法|無法|不能|不可以)[^。]{0,16}(生成|创建|創建|创作|绘制|繪製|制作|製作|提供|[帮幫]|[协協]助|[画畫])/,
  /(生成|作成|描画|描く|提供|お手伝い|お応え)[^。]{0,12}(できません|できかねます|いたしかねます)/,
  /(생성|제작|그려|그릴|만들|도와|제공)[^.]{0,12}(수 없|못합니다|불가)/,
  /\bich kann\b[^.]{0,40}\bnicht\b[^.]{0,20}\b(generier|erstell|erzeug|zeichn|helf|darstell)/i,
  /\bje ne (peux|suis)\b[^.]{0,24}(génér|cré|dessin|produi|aider)/i,
  /\b(no puedo|não posso|non posso)\b[^.]{0,24}\b(gen|cre|cri|dibuj|desenh|diseg|produ|ayud|ajud|aiut)/i,
  /(?<!\p{L})я не могу[^.]{0,24}(созда|сгенер|нарис|помочь|изобраз)/iu,
];
/** Of the form of a request, or the state of a server. */
const aboutForm =
  /[参參][数數]|尺寸|格式|[长長]度|分辨率|解析度|超[过過]|[过過][长長]|繁忙|稍[后後]|超[时時]|服[务務]|[错錯][误誤]|サーバ|エラー|混雑|現在|서버|오류|현재|잠시|server|serv(eur|idor)|fehler|erreur|error|erro|сервер|ошибк/i;

/** Whether a text in another language than English says that a prompt or a picture was refused for what it shows. */
export function isRefusalElsewhere(text: string): boolean {
  if (refusals.some((pattern) => pattern.test(text))) return true;
  return likelyRefusals.some((pattern) => pattern.test(text)) && !aboutForm.test(text);
}
