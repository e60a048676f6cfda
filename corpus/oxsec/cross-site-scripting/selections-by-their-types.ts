export function show(library: JQueryStatic, text: string) {
  library('#out').append(decodeURIComponent(location.hash.slice(1)));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}

export function showIn(out: JQuery) {
  out.append(decodeURIComponent(location.hash.slice(1)));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}
