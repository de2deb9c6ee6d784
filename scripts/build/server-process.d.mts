export declare const serverEnvironment: Readonly<Record<string, string>>
export declare function setServerHeap(): void
export declare function becomeServerProcess(): void
