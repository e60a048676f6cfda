class Comments {
  constructor(root) {
    this.root = root;
    this.items = [];
    root.querySelector('form').addEventListener('submit', (event) => this.add(event.target.elements.comment.value));
  }

  add(text) {
    this.items.push({ text, at: new Date() });
    this.show();
  }

  show() {
    let html = '';
    this.items.forEach((item) => {
      html += `<p>${item.text}</p>`;
    });
    this.root.querySelector('.list').innerHTML = html;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  }
}

document.querySelectorAll('.comments').forEach((root) => new Comments(root));
