import { shell, BrowserWindow } from 'electron';
import router from 'next/router';
import { useRouter } from 'next/navigation';
const to = new URLSearchParams(location.search).get('to');

location = to;
//@1 openRedirect
location.href = to;
//@1 openRedirect
document.location = to;
//@1 openRedirect
location.assign(to);
//@1 openRedirect
location.replace(to);
//@1 openRedirect
location.hostname = to;
//@1 openRedirect
window.open(to);
//@1 openRedirect
open(to);
//@1 openRedirect
navigation.navigate(to);
//@1 openRedirect
window.navigate(to);
//@1 openRedirect
frame.contentWindow.location.assign(to);
//@1 openRedirect
frame.contentWindow.location.replace(to);
//@1 openRedirect
shell.openExternal(to);
//@1 openRedirect
new BrowserWindow().loadURL(to);
//@1 openRedirect
router.push(to);
//@1 openRedirect
router.replace(to);
//@1 openRedirect

const script = document.createElement('script');
script.src = to;
//@1 openRedirect
script.setAttribute('src', to);
//@1 openRedirect
const frameOfOthers = document.createElement('iframe');
frameOfOthers.src = to;
//@1 openRedirect
frameOfOthers.setAttribute('src', to);
//@1 openRedirect
document.createElement('embed').src = to;
//@1 openRedirect
document.createElement('object').data = to;
//@1 openRedirect
document.createElement('base').href = to;
//@1 openRedirect
$.getScript(to);
//@1 openRedirect

export function Back() {
  const app = useRouter();
  app.push(to);
//^^^^^^^^^^^^ openRedirect
  app.replace(to);
//^^^^^^^^^^^^^^^ openRedirect
}
