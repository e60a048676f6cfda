function Note({ body }) {
  return <div dangerouslySetInnerHTML={{ __html: body }} />;
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}

export function Page() {
  const params = new URLSearchParams(location.search);
  return <Note body={params.get('note')} />;
}
