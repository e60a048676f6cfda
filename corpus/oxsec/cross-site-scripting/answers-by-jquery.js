$.get('/news', (news) => $('#news').append(news));
//                       ^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
$.post('/news', {}, (news) => $('#news').append(news));
//                            ^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
$.getJSON('/news', (news) => $('#news').append(news.text));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
$.ajax({ url: '/news', success: (news) => $('#news').append(news) });
//                                        ^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
$.get('/news').done((news) => $('#news').append(news));
//                            ^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
$.post('/news').done((news) => $('#news').append(news));
//                             ^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
$.ajax('/news').done((news) => $('#news').append(news));
//                             ^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
$('#news').append($.ajax({ url: '/news', async: false }).responseText);
//@1 crossSiteScripting
io().on('news', (text) => $('#news').append(text));
//                        ^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
io.connect('/news').on('news', (text) => $('#news').append(text));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
