new Vue({ template: `<p>${decodeURIComponent(location.hash.slice(1))}</p>` });
//@1 crossSiteScripting
