export function Back() {
  const target = new URLSearchParams(location.search).get('back');
  if (!target || !target.startsWith('https://shop.example/')) return null;
  return <a href={target}>Back</a>;
}
