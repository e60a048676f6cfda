// options: { "trustedSanitizers": ["escapeHtml"] }
function row(cell, value) {
  cell.innerHTML = escapeHtml(value);
  return cell;
}
