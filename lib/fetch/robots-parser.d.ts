/** The package's own types declare a default export that its CommonJS module does not have. */
declare module 'robots-parser' {
  type Robots = {
    /** Undefined where the URL is not of the file's origin. */
    isAllowed(url: string, userAgent: string): boolean | undefined;
    /** Seconds. */
    getCrawlDelay(userAgent: string): number | undefined;
  };
  function robotsParser(url: string, content: string): Robots;
  export = robotsParser;
}
