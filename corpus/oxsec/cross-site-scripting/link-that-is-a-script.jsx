export function Back() {
  const target = new URLSearchParams(location.search).get('back');
  return <a href={target}>Back</a>;
//          ^^^^^^^^^^^^^ crossSiteScripting
}
