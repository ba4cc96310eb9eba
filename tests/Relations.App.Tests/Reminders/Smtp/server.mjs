// The mail server that the tests send to: real SMTP over a socket, mails in memory. It listens on free ports, or on SMTP_PORT, and says where
// on one line. The tests ask it and tell it over HTTP:
//   GET /mails      what it took, oldest first: {"to": [...], "raw": "..."}
//   PUT /refuses    {"code": 451} or {"code": null}: what it answers when a mail is brought
import { createServer } from 'node:http';
import { json, text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

const mails = [];
let refuses = null;

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  async onData(stream, session, done) {
    const raw = await text(stream);
    if (refuses) return done(Object.assign(new Error('refused, not now'), { responseCode: refuses }));
    mails.push({ to: session.envelope.rcptTo.map((r) => r.address), raw });
    return done();
  },
});
smtp.on('error', () => {}); // a client that leaves early is no matter of the server's
await new Promise((listening) => { smtp.listen(Number(process.env.SMTP_PORT ?? 0), '127.0.0.1', listening); });

const http = createServer(async (request, response) => {
  if (request.method === 'PUT') refuses = (await json(request)).code;
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(mails));
});
await new Promise((listening) => { http.listen(0, '127.0.0.1', listening); });
console.log(`Mail server: ${smtp.server.address().port} ${http.address().port}`);
