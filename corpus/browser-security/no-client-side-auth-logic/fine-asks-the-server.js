const { ok } = await fetch('/api/admin/session');
if (ok) {
  showPanel();
}
