const API = 'https://api.example.com';

async function load(userId, id) {
  const profile = await fetch(`https://api.example.com//users/${userId}`);
  const file = `/home/${userId}//avatar.png`;
  const card = document.querySelector(`[data-user="${userId}"] //x`);
  const page = `?next=//pages/${userId}`;
  return { profile, file, card, page, link: `${API}/items/${id}` };
}
