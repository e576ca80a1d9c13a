/** A sentence that says that an account, a key or an address is locked, whatever for: it may tell of policies, and is about no prompt. */
const lockedSentence =
  /[^.!?]*\b(accounts?|organi[sz]ations?|ips?( address(es)?)?|keys?|users?|projects?|teams?|workspaces?|tenants?|access)( (?=\S*[\d@])\S+)?( (is|was|are|were|has|have|had|been|now|temporarily|permanently|currently|automatically))* (suspended|blocked|banned|disabled|deactivated|terminated|restricted|flagged|revoked|locked)\b[^.!?]*|[^。！？]*(账号|帳號|账户|帳戶|用户|组织|密钥)[^。，]{0,12}(封禁|封停|封号|冻结|凍結|停用|禁用)[^。！？]*/gi;

/** What is left of a text without such sentences. */
export function withoutAccounts(text: string): string {
  return text.replaceAll(lockedSentence, " ");
}

/** Whether a text says that an account, a key or an address is locked. */
export function tellsLocked(text: string): boolean {
  return withoutAccounts(text) !== text;
}
