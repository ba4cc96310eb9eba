// The OpenID provider that the tests sign in with: the real protocol over people in memory. It listens on PORT, or on any
// free one, and says where on one line. The tests change its people and its clock while it runs:
//   PUT /test/people/{subject}   the claims of somebody who signs in by typing the subject
//   PUT /test/clock              {"ahead": seconds}
import { createServer } from 'node:http';
import { json, text } from 'node:stream/consumers';

// Whatever the provider stamps, it stamps by this clock.
const truly = Date.now;
let ahead = 0;
Date.now = () => truly() + ahead * 1000;

const { Provider } = await import('oidc-provider');

const server = createServer();
await new Promise((listening) => { server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', listening); });
const issuer = `http://127.0.0.1:${server.address().port}`;

const people = new Map();

const provider = new Provider(issuer, {
  clients: [{
    // A native client's loopback addresses are good on any port (RFC 8252): the application takes a free one.
    application_type: 'native',
    client_id: process.env.CLIENT_ID,
    client_secret: process.env.CLIENT_SECRET,
    token_endpoint_auth_method: 'client_secret_post',
    redirect_uris: ['http://127.0.0.1/signin-oidc'],
    post_logout_redirect_uris: ['http://127.0.0.1/signout-callback-oidc'],
  }],
  claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'roles'], email: ['email'] },
  cookies: { keys: ['only for tests'] },
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { logoutSource } },
  findAccount: (_, subject) => people.has(subject)
    ? { accountId: subject, claims: () => ({ sub: subject, ...people.get(subject) }) }
    : undefined,
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  // Short, so that a clock that is behind is soon noticed.
  ttl: { IdToken: 60, AccessToken: 600, AuthorizationCode: 60, Grant: 3600, Interaction: 3600, Session: 3600 },
});

server.on('request', async (request, response) => {
  try {
    const [, where, what, which] = request.url.split('/');
    if (where === 'test' && request.method === 'PUT') {
      const told = await json(request);
      if (what === 'people') people.set(which, told);
      else ahead = told.ahead;
      response.writeHead(204).end();
    } else if (where === 'interaction') {
      await interact(request, response);
    } else {
      provider.callback()(request, response);
    }
  } catch (failure) {
    response.writeHead(500).end(String(failure));
  }
});
console.log(`Provider: ${issuer}`);

async function interact(request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (request.method === 'GET') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(page(prompt.name === 'login'
      ? '<label>Subject <input name="subject" autofocus></label> <button>Sign in</button>'
      : '<button name="answer" value="allow">Allow</button> <button name="answer" value="deny">Deny</button>'));
    return;
  }

  const form = new URLSearchParams(await text(request));
  await provider.interactionFinished(request, response, await answer(prompt, params, session, form));
}

async function answer(prompt, params, session, form) {
  if (prompt.name === 'login') return { login: { accountId: form.get('subject') } };
  if (form.get('answer') !== 'allow') return { error: 'access_denied', error_description: 'denied' };
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  return { consent: { grantId: await grant.save() } };
}

function logoutSource(context, form) {
  context.body = page('', `${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`);
}

function page(fields, other = '') {
  return `<!DOCTYPE html><html lang="en"><title>Provider</title>
    ${fields && `<form method="post">${fields}</form>`}${other}</html>`;
}
