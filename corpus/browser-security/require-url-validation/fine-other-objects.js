frame.location = next;
link.href = url;
database.open(name);
