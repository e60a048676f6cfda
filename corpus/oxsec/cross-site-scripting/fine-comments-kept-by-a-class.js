class Comments {
  constructor(root) {
    this.root = root;
    this.items = [];
    root.querySelector('form').addEventListener('submit', (event) => this.add(event.target.elements.comment.value));
  }

  add(text) {
    this.items.push(text.replace(/[&<>"']/g, ''));
    this.show();
  }

  show() {
    this.root.querySelector('.list').innerHTML = this.items.map((item) => `<p>${item}</p>`).join('');
  }
}

document.querySelectorAll('.comments').forEach((root) => new Comments(root));
