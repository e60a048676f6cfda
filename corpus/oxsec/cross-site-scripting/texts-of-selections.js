import $ from 'zepto';
import cash from 'cash-dom';

cash('#out').append($('#a').val());
//@1 crossSiteScripting
$('#out').append($('#a').text());
//@1 crossSiteScripting
$('#out').append(decodeURIComponent($('#a').serialize()));
//@1 crossSiteScripting
$('#out').append($('#a').serializeArray()[0].value);
//@1 crossSiteScripting
$('#out').append($('#a')[0].value);
//@1 crossSiteScripting
$('#out').append($('#a').get(0).value);
//@1 crossSiteScripting
$('#a').on('paste', (event) => $('#out').append(event.originalEvent.clipboardData.getData('text')));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
$('#a').on('input', 'b', (event) => $('#out').append(event.target.value));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
$('#a').bind('input', (event) => $('#out').append(event.target.value));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
$('#a').one('input', (event) => $('#out').append(event.target.value));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
$('#a').change((event) => $('#out').append(event.target.value));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
$('#a').keyup((event) => $('#out').append(event.target.value));
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
$('#a').append($.deparam(location.hash.slice(1)).name);
//@1 crossSiteScripting
