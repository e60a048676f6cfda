class PostView {
  constructor(session, api) {
    this.session = session;
    this.api = api;
  }

  async remove(post) {
    if (this.session.user.permissions !== null) {
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
      await this.api.delete(`/posts/${post.id}`);
    } else if (post.author.admin) {
//         ^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
      await this.api.archive(post.id);
    }
  }
}
