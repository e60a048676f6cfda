import format from 'pg-format';

export class TenantConnection {
  constructor(client) {
    this.client = client;
  }

  async enter(tenant) {
    await this.client.query(format('SET search_path TO %I, public', tenant.schema));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noUnsafeSearchPath
  }

  async leave() {
    await this.client.query('RESET search_path');
  }
}
