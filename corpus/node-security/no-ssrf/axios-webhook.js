const axios = require('axios');

class Webhooks {
  constructor(store) {
    this.store = store;
  }

  async fire(event) {
    for (const { callbackUrl, secret } of await this.store.forEvent(event.kind)) {
      await axios.post(callbackUrl, event, { headers: { 'x-secret': secret }, timeout: 5000 });
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ssrfVulnerability
    }
  }
}

module.exports = Webhooks;
