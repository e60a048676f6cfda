const url = URL.createObjectURL(blob);
image.onload = () => URL.revokeObjectURL(url);
image.src = url;
