// A script keeps its own object at the element.
const dialog = $('#dialog');

function show() {
  const settings = dialog.data('settings');
  dialog.find('.title').html(settings.texts.title);
  dialog.find('.name').append('<b>' + settings.name + '</b>');
}

dialog.on('open', show);
