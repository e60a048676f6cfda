const target = returnUrl || '/home';
window.location = target;
//                ^^^^^^ unescapedUrlParameter
