const out = document.body;

out.innerHTML = document.getElementById('name').value;
//@1 crossSiteScripting
out.innerHTML = document.querySelector('#name').textContent;
//@1 crossSiteScripting
out.innerHTML = document.activeElement.innerText;
//@1 crossSiteScripting
out.innerHTML = document.querySelectorAll('input')[0].value;
//@1 crossSiteScripting
out.innerHTML = document.getElementsByTagName('input')[0].value;
//@1 crossSiteScripting
out.innerHTML = document.getElementsByClassName('name')[0].value;
//@1 crossSiteScripting
out.innerHTML = document.getElementsByName('name')[0].value;
//@1 crossSiteScripting
out.innerHTML = document.getElementById('name').defaultValue;
//@1 crossSiteScripting
out.innerHTML = document.getElementById('name').files[0].name;
//@1 crossSiteScripting
out.innerHTML = document.getElementById('box').querySelector('input').value;
//@1 crossSiteScripting
out.innerHTML = document.getElementById('box').closest('form').textContent;
//@1 crossSiteScripting
out.innerHTML = document.getElementById('box').parentNode.textContent;
//@1 crossSiteScripting
out.innerHTML = document.getElementById('box').parentElement.textContent;
//@1 crossSiteScripting
out.innerHTML = document.getElementById('box').firstChild.textContent;
//@1 crossSiteScripting
out.innerHTML = document.getElementById('box').nextSibling.textContent;
//@1 crossSiteScripting
out.innerHTML = document.getElementById('box').previousSibling.textContent;
//@1 crossSiteScripting
out.innerHTML = document.getSelection().toString();
//@1 crossSiteScripting
out.innerHTML = window.getSelection().toString();
//@1 crossSiteScripting
out.innerHTML = prompt('Name?');
//@1 crossSiteScripting
out.innerHTML = window.prompt('Name?');
//@1 crossSiteScripting
out.innerHTML = new FormData(document.forms[0]).get('name');
//@1 crossSiteScripting

for (let i = 0; i < 3; i++) {
  out.innerHTML = document.querySelectorAll('input')[i].value;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = document.getElementsByTagName('input')[i].value;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = document.getElementsByClassName('name')[i].value;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = document.getElementsByName('name')[i].value;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}
