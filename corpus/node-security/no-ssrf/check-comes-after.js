const request = require('superagent');

async function fetchAvatar(target) {
  const response = await request.get(target + '?size=64');
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ssrfVulnerability
  if (!response.type.startsWith('image/')) {
    throw new Error('no image');
  }
  return response.body;
}

module.exports = fetchAvatar;
