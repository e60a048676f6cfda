await fetch(`http://${host}/orders`);
