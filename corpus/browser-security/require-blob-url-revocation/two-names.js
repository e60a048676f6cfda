const first = URL.createObjectURL(one);
const second = URL.createObjectURL(two);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingRevoke
images[0].src = first;
images[1].src = second;
images[0].onload = () => URL.revokeObjectURL(first);
