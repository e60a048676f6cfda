// A method called delete is no operator.
export class Sessions {
  #open = new Map();

  close(id) {
    this.#open.delete(id);
  }

  async remove(api, id) {
    await api.delete(`/sessions/${id}`);
  }
}
