const hash = decodeURIComponent(location.hash.slice(1));

box.outerHTML = `<b>${hash}</b>`;
//@1 crossSiteScripting
frame.srcdoc = `<b>${hash}</b>`;
//@1 crossSiteScripting
box.insertAdjacentHTML('beforeend', `<b>${hash}</b>`);
//@1 crossSiteScripting
document.createRange().createContextualFragment(`<b>${hash}</b>`);
//@1 crossSiteScripting
box.setHTMLUnsafe(`<b>${hash}</b>`);
//@1 crossSiteScripting
Document.parseHTMLUnsafe(`<b>${hash}</b>`);
//@1 crossSiteScripting
document.execCommand('insertHTML', false, `<b>${hash}</b>`);
//@1 crossSiteScripting
frame.setAttribute('srcdoc', `<b>${hash}</b>`);
//@1 crossSiteScripting
link.setAttribute('href', hash);
//@1 crossSiteScripting
box.setAttribute('onclick', `go('${hash}')`);
//@1 crossSiteScripting
WinJS.Utilities.setInnerHTMLUnsafe(box, `<b>${hash}</b>`);
//@1 crossSiteScripting
WinJS.Utilities.setOuterHTMLUnsafe(box, `<b>${hash}</b>`);
//@1 crossSiteScripting
document.write(`<b>${hash}</b>`);
//@1 crossSiteScripting
document.writeln(`<b>${hash}</b>`);
//@1 crossSiteScripting
document.write('<hr>', `<b>${hash}</b>`);
//@1 crossSiteScripting
document.open().write(`<b>${hash}</b>`);
//@1 crossSiteScripting
document.implementation.createHTMLDocument('').write(`<b>${hash}</b>`);
//@1 crossSiteScripting
createNodesFromMarkup(`<b>${hash}</b>`);
//@1 crossSiteScripting
new Handlebars.SafeString(`<b>${hash}</b>`);
//@1 crossSiteScripting
