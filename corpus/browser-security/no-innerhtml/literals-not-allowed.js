// options: { "allowLiteralStrings": false }
const box = document.getElementById('box');
box.innerHTML = '<b>Hello</b>';
//@1 dangerousInnerHTML
box.textContent = 'Hello';
