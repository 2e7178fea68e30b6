// Sends one file and tells how far it is: through the form, or straight into the object store and then to the draft.

// Below this the round trips to begin and to finish cost more than the detour through the form.
export const WORTHWHILE = 1024 * 1024;

const send = (method, url, { headers = {}, body, type = '' }, progress) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest(); // fetch tells nothing while it sends
  request.open(method, url);
  request.responseType = type;
  Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
  request.upload.addEventListener('progress', (event) => progress(event.total ? event.loaded / event.total : 0));
  request.addEventListener('load', () => {
    if (request.status >= 200 && request.status < 300) {
      resolve(request.response);
    } else {
      reject(new Error(String(request.status)));
    }
  });
  request.addEventListener('error', () => reject(new Error('offline')));
  request.send(body);
});

export const post = (url, data, progress = () => {}) => send('POST', url, { body: data, type: 'json' }, progress);

// Answers the id by which a form names the file.
export const straight = async (announcements, file, progress) => {
  const response = await fetch(announcements, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ fileName: file.name, size: file.size, mediaType: file.type || 'application/octet-stream' }),
  });
  if (!response.ok) {
    throw new Error(String(response.status));
  }
  const { upload, method, url, headers } = await response.json();
  const own = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length'); // the browser's to send
  await send(method, url, { headers: Object.fromEntries(own), body: file }, progress);
  return upload;
};
