// safe: origin
// The page's own elements hold the address of its server.
const base = $('#base-path').val();

$.ajax({ url: `${base}/api/jobs` });
fetch(document.querySelector('form').getAttribute('action'));
