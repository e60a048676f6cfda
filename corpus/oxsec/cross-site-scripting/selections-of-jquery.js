const hash = decodeURIComponent(location.hash.slice(1));

$(hash);
//@1 crossSiteScripting
$('#a').html(hash);
//@1 crossSiteScripting
$('#a').append(hash);
//@1 crossSiteScripting
$('#a').append('<hr>', hash);
//@1 crossSiteScripting
$('#a').prepend(hash);
//@1 crossSiteScripting
$('#a').after(hash);
//@1 crossSiteScripting
$('#a').before(hash);
//@1 crossSiteScripting
$('#a').replaceWith(hash);
//@1 crossSiteScripting
$('#a').wrap(hash);
//@1 crossSiteScripting
$('#a').wrapAll(hash);
//@1 crossSiteScripting
$('#a').wrapInner(hash);
//@1 crossSiteScripting
$('#a').add(hash);
//@1 crossSiteScripting
$('#a').appendTo(hash);
//@1 crossSiteScripting
$('#a').prependTo(hash);
//@1 crossSiteScripting
$('#a').insertAfter(hash);
//@1 crossSiteScripting
$('#a').insertBefore(hash);
//@1 crossSiteScripting
$('#a').replaceAll(hash);
//@1 crossSiteScripting
$('#a').fadeIn().append(hash);
//@1 crossSiteScripting
$.parseHTML(hash);
//@1 crossSiteScripting
$.jGrowl(hash);
//@1 crossSiteScripting
$.globalEval(hash);
//@1 crossSiteScripting
$.templates(hash);
//@1 crossSiteScripting
$.tmpl(hash);
//@1 crossSiteScripting
$('#a').attr('href', hash);
//@1 crossSiteScripting
$('#a').prop('href', hash);
//@1 crossSiteScripting
$('#a').attr('srcdoc', hash);
//@1 crossSiteScripting
$('#a').prop('innerHTML', hash);
//@1 crossSiteScripting
$('#a').attr({ href: hash });
//@1 crossSiteScripting
$('#a').attr({ html: hash });
//@1 crossSiteScripting
$('<a>', { html: hash });
//@1 crossSiteScripting
$('<a>', { href: hash });
//@1 crossSiteScripting
$('#a').tooltip({ html: true, title: hash });
//@1 crossSiteScripting
$('#a').popover({ html: true, content: hash });
//@1 crossSiteScripting
$.trim(hash) && $('#a').append($.trim(hash));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
$('#a').append($.extend({}, { text: hash }).text);
//@1 crossSiteScripting
$('#a').append(angular.extend({}, { text: hash }).text);
//@1 crossSiteScripting
window.$('#a').append(hash);
//@1 crossSiteScripting
window.jQuery('#a').append(hash);
//@1 crossSiteScripting
jQuery('#a').append(hash);
//@1 crossSiteScripting
angular.element('#a').append(hash);
//@1 crossSiteScripting
