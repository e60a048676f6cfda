window.addEventListener('message', (event) => { document.body.innerHTML = event.data; });
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
addEventListener('message', (event) => { document.body.innerHTML = event.data; });
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
self.addEventListener('message', (event) => { document.body.innerHTML = event.data; });
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
document.addEventListener('paste', (event) => { document.body.innerHTML = event.clipboardData.getData('text'); });
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
globalThis.addEventListener('hashchange', (event) => { document.body.innerHTML = event.newURL; });
//                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
box.addEventListener('drop', (event) => { document.body.innerHTML = event.dataTransfer.getData('text'); });
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
window.onmessage = (event) => { document.body.innerHTML = event.data; };
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
self.onmessage = (event) => { document.body.innerHTML = event.data; };
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
onmessage = (event) => { document.body.innerHTML = event.data; };
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
worker.onmessage = (event) => { document.body.innerHTML = event.data; };
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
box.onpaste = (event) => { document.body.innerHTML = event.clipboardData.getData('text'); };
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
box.ondrop = (event) => { document.body.innerHTML = event.dataTransfer.getData('text'); };
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
box.onchange = (event) => { document.body.innerHTML = event.target.value; };
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
box.oninput = (event) => { document.body.innerHTML = event.currentTarget.value; };
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
box.onkeyup = (event) => { document.body.innerHTML = event.srcElement.value; };
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
window.addEventListener('hashchange', (event) => { document.body.innerHTML = event.oldURL; });
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
window.addEventListener('storage', (event) => { document.body.innerHTML = event.newValue; });
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
box.addEventListener('paste', (e) => { document.body.innerHTML = e.originalEvent.clipboardData.getData('text'); });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
box.onclick = () => { document.body.innerHTML = event.target.value; };
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
box.onfocus = () => { document.body.innerHTML = event.data; };
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
box.onblur = async () => { document.body.innerHTML = await navigator.clipboard.readText(); };
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
box.onkeydown = () => { document.body.innerHTML = window.clipboardData.getData('Text'); };
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
