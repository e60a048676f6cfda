const { exec } = require('child_process');

exports.start = (name, tag) => {
  const settings = new Map([['image', 'alpine']]);
  settings.set('name', name);
  settings.set('tag', tag);
  settings.delete('tag');
  exec(`docker run --name ${settings.get('name')} ${settings.get('image')}:${settings.get('tag') || 'latest'}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
};
