export function changed(event: React.ChangeEvent) {
  document.body.innerHTML = event.target.value;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}
