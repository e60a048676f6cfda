let url = URL.createObjectURL(file);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingRevoke
cleanup.push(() => URL.revokeObjectURL(image.src));
image.src = url;
