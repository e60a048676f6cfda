export function message(event: MessageEvent) { document.body.innerHTML = event.data; }
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
export function paste(event: ClipboardEvent) { document.body.innerHTML = event.clipboardData.getData('text'); }
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
export function drop(event: DragEvent) { document.body.innerHTML = event.dataTransfer.getData('text'); }
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
export function input(event: InputEvent) { document.body.innerHTML = event.data; }
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
export function any(event: Event) { document.body.innerHTML = event.target.value; }
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
export function hash(event: HashChangeEvent) { document.body.innerHTML = event.newURL; }
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
export function storage(event: StorageEvent) { document.body.innerHTML = event.newValue; }
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
export function text(element: HTMLInputElement) { document.body.innerHTML = element.value; }
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
export function area(element: HTMLTextAreaElement) { document.body.innerHTML = element.value; }
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
export function select(element: HTMLSelectElement) { document.body.innerHTML = element.value; }
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
