/** What Node.js is told when it runs the server: it takes 16 KiB of headers by itself, and a question alone may have more. */
export const NODE_FLAGS = ['--max-http-header-size=65536'] as const;
