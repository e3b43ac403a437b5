/** The token of an Authorization header, '' where there is none; the scheme may be written in any case (RFC 9110, 11.1). */
export const bearerOf = (header = ''): string => /^bearer +(\S+)$/i.exec(header.trim())?.[1] ?? ''
