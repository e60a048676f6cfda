// safe: origin
// The page, or a script of it, writes the attributes of its elements, and keeps its own objects at them.
const dialog = $('#dialog');

$(dialog.attr('data-target')).show();
document.body.innerHTML = document.getElementById('name').getAttribute('data-text');
document.body.innerHTML = document.getElementById('name').dataset.text;
dialog.find('.title').html(dialog.data('settings').texts.title);
