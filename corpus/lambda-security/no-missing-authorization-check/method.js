export class Orders {
  async update(req, res) {
    res.json(await this.orders.update(req.params.id, req.body));
    //             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAuthCheck
  }
}
