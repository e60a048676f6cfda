const template = decodeURIComponent(location.hash.slice(1));
const shop = { name: 'Zoo' };

box.textContent = Mustache.render(template, shop);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
box.textContent = Hogan.compile(template).render(shop);
//                ^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
box.textContent = Handlebars.compile(template)(shop);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
box.textContent = Template7.compile(template)(shop);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
