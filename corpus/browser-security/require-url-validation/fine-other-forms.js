location = next;
window.location.href = next;
location.assign(next);
