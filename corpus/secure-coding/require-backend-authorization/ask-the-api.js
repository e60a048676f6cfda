export async function showActions(post, api, root) {
  const { actions } = await api.get(`/posts/${post.id}/actions`);
  for (const action of actions) {
    const button = document.createElement('button');
    button.textContent = action.title;
    button.onclick = () => api.post(action.href);
    root.append(button);
  }
  if (actions.length === 0) {
    root.textContent = 'Nothing to do here';
  }
}
