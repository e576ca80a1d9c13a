export default function StudioPage() {
  return <h1 className="font-sans text-muted">Studio</h1>;
}
