const show = document.body;

show.innerHTML = decodeURIComponent(window.location.hash);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(document.location.search);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(self.location.href);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(top.location.hash);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(globalThis.location.hash);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(parent.location.hash);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(window.top.location.hash);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(window.parent.location.hash);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(document.defaultView.location.hash);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent($window.location.hash);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent($document.location.hash);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(location.toString());
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(document.URL);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(document.baseURI);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(document.documentURI);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(document.referrer);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(document.cookie);
//@1 crossSiteScripting
show.innerHTML = window.name;
//@1 crossSiteScripting
show.innerHTML = self.name;
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(window.document.URL);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(globalThis.document.URL);
//@1 crossSiteScripting
show.innerHTML = decodeURIComponent(self.document.URL);
//@1 crossSiteScripting
