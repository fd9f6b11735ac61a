import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace coscore. */
export namespace coscore {

    /**
     * Properties of an AlignHello.
     * @deprecated Use coscore.AlignHello.$Properties instead.
     */
    interface IAlignHello extends coscore.AlignHello.$Properties {
    }

    /** Represents an AlignHello. */
    class AlignHello {

        /**
         * Constructs a new AlignHello.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.AlignHello.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AlignHello digest. */
        digest: Uint8Array;

        /** AlignHello commitment. */
        commitment: Uint8Array;

        /** AlignHello setSize. */
        setSize: number;

        /**
         * Creates a new AlignHello instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AlignHello instance
         */
        static create(properties: coscore.AlignHello.$Shape): coscore.AlignHello & coscore.AlignHello.$Shape;
        static create(properties?: coscore.AlignHello.$Properties): coscore.AlignHello;

        /**
         * Encodes the specified AlignHello message. Does not implicitly {@link coscore.AlignHello.verify|verify} messages.
         * @param message AlignHello message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.AlignHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AlignHello message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.AlignHello & coscore.AlignHello.$Shape} AlignHello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.AlignHello & coscore.AlignHello.$Shape;

        /**
         * Gets the type url for AlignHello
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace AlignHello {

        /** Properties of an AlignHello. */
        interface $Properties {

            /** AlignHello digest */
            digest?: (Uint8Array|null);

            /** AlignHello commitment */
            commitment?: (Uint8Array|null);

            /** AlignHello setSize */
            setSize?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AlignHello. */
        type $Shape = coscore.AlignHello.$Properties;
    }

    /**
     * Properties of an AlignReveal.
     * @deprecated Use coscore.AlignReveal.$Properties instead.
     */
    interface IAlignReveal extends coscore.AlignReveal.$Properties {
    }

    /** Represents an AlignReveal. */
    class AlignReveal {

        /**
         * Constructs a new AlignReveal.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.AlignReveal.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AlignReveal contribution. */
        contribution: Uint8Array;

        /** AlignReveal commitmentsDigest. */
        commitmentsDigest: Uint8Array;

        /**
         * Creates a new AlignReveal instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AlignReveal instance
         */
        static create(properties: coscore.AlignReveal.$Shape): coscore.AlignReveal & coscore.AlignReveal.$Shape;
        static create(properties?: coscore.AlignReveal.$Properties): coscore.AlignReveal;

        /**
         * Encodes the specified AlignReveal message. Does not implicitly {@link coscore.AlignReveal.verify|verify} messages.
         * @param message AlignReveal message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.AlignReveal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AlignReveal message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.AlignReveal & coscore.AlignReveal.$Shape} AlignReveal
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.AlignReveal & coscore.AlignReveal.$Shape;

        /**
         * Gets the type url for AlignReveal
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace AlignReveal {

        /** Properties of an AlignReveal. */
        interface $Properties {

            /** AlignReveal contribution */
            contribution?: (Uint8Array|null);

            /** AlignReveal commitmentsDigest */
            commitmentsDigest?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AlignReveal. */
        type $Shape = coscore.AlignReveal.$Properties;
    }

    /**
     * Properties of an AlignSetHeader.
     * @deprecated Use coscore.AlignSetHeader.$Properties instead.
     */
    interface IAlignSetHeader extends coscore.AlignSetHeader.$Properties {
    }

    /** Represents an AlignSetHeader. */
    class AlignSetHeader {

        /**
         * Constructs a new AlignSetHeader.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.AlignSetHeader.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AlignSetHeader digest. */
        digest: Uint8Array;

        /** AlignSetHeader setSize. */
        setSize: number;

        /**
         * Creates a new AlignSetHeader instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AlignSetHeader instance
         */
        static create(properties: coscore.AlignSetHeader.$Shape): coscore.AlignSetHeader & coscore.AlignSetHeader.$Shape;
        static create(properties?: coscore.AlignSetHeader.$Properties): coscore.AlignSetHeader;

        /**
         * Encodes the specified AlignSetHeader message. Does not implicitly {@link coscore.AlignSetHeader.verify|verify} messages.
         * @param message AlignSetHeader message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.AlignSetHeader.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AlignSetHeader message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.AlignSetHeader & coscore.AlignSetHeader.$Shape} AlignSetHeader
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.AlignSetHeader & coscore.AlignSetHeader.$Shape;

        /**
         * Gets the type url for AlignSetHeader
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace AlignSetHeader {

        /** Properties of an AlignSetHeader. */
        interface $Properties {

            /** AlignSetHeader digest */
            digest?: (Uint8Array|null);

            /** AlignSetHeader setSize */
            setSize?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AlignSetHeader. */
        type $Shape = coscore.AlignSetHeader.$Properties;
    }

    /**
     * Properties of an AlignBatch.
     * @deprecated Use coscore.AlignBatch.$Properties instead.
     */
    interface IAlignBatch extends coscore.AlignBatch.$Properties {
    }

    /** Represents an AlignBatch. */
    class AlignBatch {

        /**
         * Constructs a new AlignBatch.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.AlignBatch.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AlignBatch index. */
        index: number;

        /** AlignBatch items. */
        items: Uint8Array;

        /**
         * Creates a new AlignBatch instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AlignBatch instance
         */
        static create(properties: coscore.AlignBatch.$Shape): coscore.AlignBatch & coscore.AlignBatch.$Shape;
        static create(properties?: coscore.AlignBatch.$Properties): coscore.AlignBatch;

        /**
         * Encodes the specified AlignBatch message. Does not implicitly {@link coscore.AlignBatch.verify|verify} messages.
         * @param message AlignBatch message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.AlignBatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AlignBatch message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.AlignBatch & coscore.AlignBatch.$Shape} AlignBatch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.AlignBatch & coscore.AlignBatch.$Shape;

        /**
         * Gets the type url for AlignBatch
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace AlignBatch {

        /** Properties of an AlignBatch. */
        interface $Properties {

            /** AlignBatch index */
            index?: (number|null);

            /** AlignBatch items */
            items?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AlignBatch. */
        type $Shape = coscore.AlignBatch.$Properties;
    }

    /**
     * Properties of an AlignOutcome.
     * @deprecated Use coscore.AlignOutcome.$Properties instead.
     */
    interface IAlignOutcome extends coscore.AlignOutcome.$Properties {
    }

    /** Represents an AlignOutcome. */
    class AlignOutcome {

        /**
         * Constructs a new AlignOutcome.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.AlignOutcome.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AlignOutcome outcome. */
        outcome: number;

        /** AlignOutcome rows. */
        rows: number;

        /**
         * Creates a new AlignOutcome instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AlignOutcome instance
         */
        static create(properties: coscore.AlignOutcome.$Shape): coscore.AlignOutcome & coscore.AlignOutcome.$Shape;
        static create(properties?: coscore.AlignOutcome.$Properties): coscore.AlignOutcome;

        /**
         * Encodes the specified AlignOutcome message. Does not implicitly {@link coscore.AlignOutcome.verify|verify} messages.
         * @param message AlignOutcome message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.AlignOutcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AlignOutcome message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.AlignOutcome & coscore.AlignOutcome.$Shape} AlignOutcome
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.AlignOutcome & coscore.AlignOutcome.$Shape;

        /**
         * Gets the type url for AlignOutcome
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace AlignOutcome {

        /** Properties of an AlignOutcome. */
        interface $Properties {

            /** AlignOutcome outcome */
            outcome?: (number|null);

            /** AlignOutcome rows */
            rows?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AlignOutcome. */
        type $Shape = coscore.AlignOutcome.$Properties;
    }

    /**
     * Properties of an Order.
     * @deprecated Use coscore.Order.$Properties instead.
     */
    interface IOrder extends coscore.Order.$Properties {
    }

    /** Represents an Order. */
    class Order {

        /**
         * Constructs a new Order.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.Order.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Order sign. */
        sign?: (coscore.SignOrder.$Properties|null);

        /** Order project. */
        project?: (coscore.ProjectOrder.$Properties|null);

        /** Order job. */
        job?: (coscore.JobOrder.$Properties|null);

        /** Order over. */
        over?: (coscore.OverOrder.$Properties|null);

        /** Order revoke. */
        revoke?: (coscore.RevokeOrder.$Properties|null);

        /** Order score. */
        score?: (coscore.ScoreOrder.$Properties|null);

        /** Order order. */
        order?: ("sign"|"project"|"job"|"over"|"revoke"|"score");

        /**
         * Creates a new Order instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Order instance
         */
        static create(properties: coscore.Order.$Shape): coscore.Order & coscore.Order.$Shape;
        static create(properties?: coscore.Order.$Properties): coscore.Order;

        /**
         * Encodes the specified Order message. Does not implicitly {@link coscore.Order.verify|verify} messages.
         * @param message Order message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.Order.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Order message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.Order & coscore.Order.$Shape} Order
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.Order & coscore.Order.$Shape;

        /**
         * Gets the type url for Order
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Order {

        /** Properties of an Order. */
        interface $Properties {

            /** Order sign */
            sign?: (coscore.SignOrder.$Properties|null);

            /** Order project */
            project?: (coscore.ProjectOrder.$Properties|null);

            /** Order job */
            job?: (coscore.JobOrder.$Properties|null);

            /** Order over */
            over?: (coscore.OverOrder.$Properties|null);

            /** Order revoke */
            revoke?: (coscore.RevokeOrder.$Properties|null);

            /** Order score */
            score?: (coscore.ScoreOrder.$Properties|null);

            /** Order order */
            order?: ("sign"|"project"|"job"|"over"|"revoke"|"score");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of an Order. */
        type $Shape = {
          sign?: coscore.SignOrder.$Shape|null;
          project?: coscore.ProjectOrder.$Shape|null;
          job?: coscore.JobOrder.$Shape|null;
          over?: coscore.OverOrder.$Shape|null;
          revoke?: coscore.RevokeOrder.$Shape|null;
          score?: coscore.ScoreOrder.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ order?: undefined; sign?: null; project?: null; job?: null; over?: null; revoke?: null; score?: null }|{ order?: "sign"; sign: coscore.SignOrder.$Shape; project?: null; job?: null; over?: null; revoke?: null; score?: null }|{ order?: "project"; sign?: null; project: coscore.ProjectOrder.$Shape; job?: null; over?: null; revoke?: null; score?: null }|{ order?: "job"; sign?: null; project?: null; job: coscore.JobOrder.$Shape; over?: null; revoke?: null; score?: null }|{ order?: "over"; sign?: null; project?: null; job?: null; over: coscore.OverOrder.$Shape; revoke?: null; score?: null }|{ order?: "revoke"; sign?: null; project?: null; job?: null; over?: null; revoke: coscore.RevokeOrder.$Shape; score?: null }|{ order?: "score"; sign?: null; project?: null; job?: null; over?: null; revoke?: null; score: coscore.ScoreOrder.$Shape })
        );
    }

    /**
     * Properties of a SignOrder.
     * @deprecated Use coscore.SignOrder.$Properties instead.
     */
    interface ISignOrder extends coscore.SignOrder.$Properties {
    }

    /** Represents a SignOrder. */
    class SignOrder {

        /**
         * Constructs a new SignOrder.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.SignOrder.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SignOrder manifest. */
        manifest: Uint8Array;

        /**
         * Creates a new SignOrder instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SignOrder instance
         */
        static create(properties: coscore.SignOrder.$Shape): coscore.SignOrder & coscore.SignOrder.$Shape;
        static create(properties?: coscore.SignOrder.$Properties): coscore.SignOrder;

        /**
         * Encodes the specified SignOrder message. Does not implicitly {@link coscore.SignOrder.verify|verify} messages.
         * @param message SignOrder message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.SignOrder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SignOrder message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.SignOrder & coscore.SignOrder.$Shape} SignOrder
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.SignOrder & coscore.SignOrder.$Shape;

        /**
         * Gets the type url for SignOrder
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace SignOrder {

        /** Properties of a SignOrder. */
        interface $Properties {

            /** SignOrder manifest */
            manifest?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SignOrder. */
        type $Shape = coscore.SignOrder.$Properties;
    }

    /**
     * Properties of a ProjectOrder.
     * @deprecated Use coscore.ProjectOrder.$Properties instead.
     */
    interface IProjectOrder extends coscore.ProjectOrder.$Properties {
    }

    /** Represents a ProjectOrder. */
    class ProjectOrder {

        /**
         * Constructs a new ProjectOrder.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.ProjectOrder.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ProjectOrder signedManifest. */
        signedManifest: Uint8Array;

        /**
         * Creates a new ProjectOrder instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ProjectOrder instance
         */
        static create(properties: coscore.ProjectOrder.$Shape): coscore.ProjectOrder & coscore.ProjectOrder.$Shape;
        static create(properties?: coscore.ProjectOrder.$Properties): coscore.ProjectOrder;

        /**
         * Encodes the specified ProjectOrder message. Does not implicitly {@link coscore.ProjectOrder.verify|verify} messages.
         * @param message ProjectOrder message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.ProjectOrder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ProjectOrder message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.ProjectOrder & coscore.ProjectOrder.$Shape} ProjectOrder
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.ProjectOrder & coscore.ProjectOrder.$Shape;

        /**
         * Gets the type url for ProjectOrder
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ProjectOrder {

        /** Properties of a ProjectOrder. */
        interface $Properties {

            /** ProjectOrder signedManifest */
            signedManifest?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ProjectOrder. */
        type $Shape = coscore.ProjectOrder.$Properties;
    }

    /**
     * Properties of a RevokeOrder.
     * @deprecated Use coscore.RevokeOrder.$Properties instead.
     */
    interface IRevokeOrder extends coscore.RevokeOrder.$Properties {
    }

    /** Represents a RevokeOrder. */
    class RevokeOrder {

        /**
         * Constructs a new RevokeOrder.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.RevokeOrder.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RevokeOrder digest. */
        digest: string;

        /** RevokeOrder by. */
        by: string;

        /** RevokeOrder reason. */
        reason: string;

        /**
         * Creates a new RevokeOrder instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RevokeOrder instance
         */
        static create(properties: coscore.RevokeOrder.$Shape): coscore.RevokeOrder & coscore.RevokeOrder.$Shape;
        static create(properties?: coscore.RevokeOrder.$Properties): coscore.RevokeOrder;

        /**
         * Encodes the specified RevokeOrder message. Does not implicitly {@link coscore.RevokeOrder.verify|verify} messages.
         * @param message RevokeOrder message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.RevokeOrder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RevokeOrder message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.RevokeOrder & coscore.RevokeOrder.$Shape} RevokeOrder
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.RevokeOrder & coscore.RevokeOrder.$Shape;

        /**
         * Gets the type url for RevokeOrder
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace RevokeOrder {

        /** Properties of a RevokeOrder. */
        interface $Properties {

            /** RevokeOrder digest */
            digest?: (string|null);

            /** RevokeOrder by */
            by?: (string|null);

            /** RevokeOrder reason */
            reason?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RevokeOrder. */
        type $Shape = coscore.RevokeOrder.$Properties;
    }

    /**
     * Properties of a JobOrder.
     * @deprecated Use coscore.JobOrder.$Properties instead.
     */
    interface IJobOrder extends coscore.JobOrder.$Properties {
    }

    /** Represents a JobOrder. */
    class JobOrder {

        /**
         * Constructs a new JobOrder.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobOrder.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobOrder job. */
        job: string;

        /** JobOrder attempt. */
        attempt: number;

        /** JobOrder project. */
        project: string;

        /** JobOrder recipe. */
        recipe: Uint8Array;

        /** JobOrder role. */
        role: string;

        /**
         * Creates a new JobOrder instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobOrder instance
         */
        static create(properties: coscore.JobOrder.$Shape): coscore.JobOrder & coscore.JobOrder.$Shape;
        static create(properties?: coscore.JobOrder.$Properties): coscore.JobOrder;

        /**
         * Encodes the specified JobOrder message. Does not implicitly {@link coscore.JobOrder.verify|verify} messages.
         * @param message JobOrder message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobOrder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobOrder message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobOrder & coscore.JobOrder.$Shape} JobOrder
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobOrder & coscore.JobOrder.$Shape;

        /**
         * Gets the type url for JobOrder
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobOrder {

        /** Properties of a JobOrder. */
        interface $Properties {

            /** JobOrder job */
            job?: (string|null);

            /** JobOrder attempt */
            attempt?: (number|null);

            /** JobOrder project */
            project?: (string|null);

            /** JobOrder recipe */
            recipe?: (Uint8Array|null);

            /** JobOrder role */
            role?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobOrder. */
        type $Shape = coscore.JobOrder.$Properties;
    }

    /**
     * Properties of an OverOrder.
     * @deprecated Use coscore.OverOrder.$Properties instead.
     */
    interface IOverOrder extends coscore.OverOrder.$Properties {
    }

    /** Represents an OverOrder. */
    class OverOrder {

        /**
         * Constructs a new OverOrder.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.OverOrder.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OverOrder job. */
        job: string;

        /** OverOrder reason. */
        reason: string;

        /** OverOrder state. */
        state: string;

        /**
         * Creates a new OverOrder instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OverOrder instance
         */
        static create(properties: coscore.OverOrder.$Shape): coscore.OverOrder & coscore.OverOrder.$Shape;
        static create(properties?: coscore.OverOrder.$Properties): coscore.OverOrder;

        /**
         * Encodes the specified OverOrder message. Does not implicitly {@link coscore.OverOrder.verify|verify} messages.
         * @param message OverOrder message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.OverOrder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OverOrder message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.OverOrder & coscore.OverOrder.$Shape} OverOrder
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.OverOrder & coscore.OverOrder.$Shape;

        /**
         * Gets the type url for OverOrder
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace OverOrder {

        /** Properties of an OverOrder. */
        interface $Properties {

            /** OverOrder job */
            job?: (string|null);

            /** OverOrder reason */
            reason?: (string|null);

            /** OverOrder state */
            state?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OverOrder. */
        type $Shape = coscore.OverOrder.$Properties;
    }

    /**
     * Properties of a ScoreOrder.
     * @deprecated Use coscore.ScoreOrder.$Properties instead.
     */
    interface IScoreOrder extends coscore.ScoreOrder.$Properties {
    }

    /** Represents a ScoreOrder. */
    class ScoreOrder {

        /**
         * Constructs a new ScoreOrder.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.ScoreOrder.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ScoreOrder batch. */
        batch: string;

        /** ScoreOrder job. */
        job: string;

        /** ScoreOrder code. */
        code: string;

        /** ScoreOrder message. */
        message: string;

        /**
         * Creates a new ScoreOrder instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ScoreOrder instance
         */
        static create(properties: coscore.ScoreOrder.$Shape): coscore.ScoreOrder & coscore.ScoreOrder.$Shape;
        static create(properties?: coscore.ScoreOrder.$Properties): coscore.ScoreOrder;

        /**
         * Encodes the specified ScoreOrder message. Does not implicitly {@link coscore.ScoreOrder.verify|verify} messages.
         * @param message ScoreOrder message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.ScoreOrder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ScoreOrder message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.ScoreOrder & coscore.ScoreOrder.$Shape} ScoreOrder
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.ScoreOrder & coscore.ScoreOrder.$Shape;

        /**
         * Gets the type url for ScoreOrder
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ScoreOrder {

        /** Properties of a ScoreOrder. */
        interface $Properties {

            /** ScoreOrder batch */
            batch?: (string|null);

            /** ScoreOrder job */
            job?: (string|null);

            /** ScoreOrder code */
            code?: (string|null);

            /** ScoreOrder message */
            message?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ScoreOrder. */
        type $Shape = coscore.ScoreOrder.$Properties;
    }

    /**
     * Properties of a NodeReport.
     * @deprecated Use coscore.NodeReport.$Properties instead.
     */
    interface INodeReport extends coscore.NodeReport.$Properties {
    }

    /** Represents a NodeReport. */
    class NodeReport {

        /**
         * Constructs a new NodeReport.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.NodeReport.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NodeReport hello. */
        hello?: (coscore.HelloReport.$Properties|null);

        /** NodeReport dataset. */
        dataset?: (coscore.DatasetReport.$Properties|null);

        /** NodeReport signature. */
        signature?: (coscore.SignatureReport.$Properties|null);

        /** NodeReport rejection. */
        rejection?: (coscore.RejectionReport.$Properties|null);

        /** NodeReport progress. */
        progress?: (coscore.ProgressReport.$Properties|null);

        /** NodeReport finished. */
        finished?: (coscore.FinishedReport.$Properties|null);

        /** NodeReport failed. */
        failed?: (coscore.FailedReport.$Properties|null);

        /** NodeReport score. */
        score?: (coscore.ScoreReport.$Properties|null);

        /** NodeReport report. */
        report?: ("hello"|"dataset"|"signature"|"rejection"|"progress"|"finished"|"failed"|"score");

        /**
         * Creates a new NodeReport instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NodeReport instance
         */
        static create(properties: coscore.NodeReport.$Shape): coscore.NodeReport & coscore.NodeReport.$Shape;
        static create(properties?: coscore.NodeReport.$Properties): coscore.NodeReport;

        /**
         * Encodes the specified NodeReport message. Does not implicitly {@link coscore.NodeReport.verify|verify} messages.
         * @param message NodeReport message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.NodeReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NodeReport message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.NodeReport & coscore.NodeReport.$Shape} NodeReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.NodeReport & coscore.NodeReport.$Shape;

        /**
         * Gets the type url for NodeReport
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace NodeReport {

        /** Properties of a NodeReport. */
        interface $Properties {

            /** NodeReport hello */
            hello?: (coscore.HelloReport.$Properties|null);

            /** NodeReport dataset */
            dataset?: (coscore.DatasetReport.$Properties|null);

            /** NodeReport signature */
            signature?: (coscore.SignatureReport.$Properties|null);

            /** NodeReport rejection */
            rejection?: (coscore.RejectionReport.$Properties|null);

            /** NodeReport progress */
            progress?: (coscore.ProgressReport.$Properties|null);

            /** NodeReport finished */
            finished?: (coscore.FinishedReport.$Properties|null);

            /** NodeReport failed */
            failed?: (coscore.FailedReport.$Properties|null);

            /** NodeReport score */
            score?: (coscore.ScoreReport.$Properties|null);

            /** NodeReport report */
            report?: ("hello"|"dataset"|"signature"|"rejection"|"progress"|"finished"|"failed"|"score");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a NodeReport. */
        type $Shape = {
          hello?: coscore.HelloReport.$Shape|null;
          dataset?: coscore.DatasetReport.$Shape|null;
          signature?: coscore.SignatureReport.$Shape|null;
          rejection?: coscore.RejectionReport.$Shape|null;
          progress?: coscore.ProgressReport.$Shape|null;
          finished?: coscore.FinishedReport.$Shape|null;
          failed?: coscore.FailedReport.$Shape|null;
          score?: coscore.ScoreReport.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ report?: undefined; hello?: null; dataset?: null; signature?: null; rejection?: null; progress?: null; finished?: null; failed?: null; score?: null }|{ report?: "hello"; hello: coscore.HelloReport.$Shape; dataset?: null; signature?: null; rejection?: null; progress?: null; finished?: null; failed?: null; score?: null }|{ report?: "dataset"; hello?: null; dataset: coscore.DatasetReport.$Shape; signature?: null; rejection?: null; progress?: null; finished?: null; failed?: null; score?: null }|{ report?: "signature"; hello?: null; dataset?: null; signature: coscore.SignatureReport.$Shape; rejection?: null; progress?: null; finished?: null; failed?: null; score?: null }|{ report?: "rejection"; hello?: null; dataset?: null; signature?: null; rejection: coscore.RejectionReport.$Shape; progress?: null; finished?: null; failed?: null; score?: null }|{ report?: "progress"; hello?: null; dataset?: null; signature?: null; rejection?: null; progress: coscore.ProgressReport.$Shape; finished?: null; failed?: null; score?: null }|{ report?: "finished"; hello?: null; dataset?: null; signature?: null; rejection?: null; progress?: null; finished: coscore.FinishedReport.$Shape; failed?: null; score?: null }|{ report?: "failed"; hello?: null; dataset?: null; signature?: null; rejection?: null; progress?: null; finished?: null; failed: coscore.FailedReport.$Shape; score?: null }|{ report?: "score"; hello?: null; dataset?: null; signature?: null; rejection?: null; progress?: null; finished?: null; failed?: null; score: coscore.ScoreReport.$Shape })
        );
    }

    /**
     * Properties of a ScoreReport.
     * @deprecated Use coscore.ScoreReport.$Properties instead.
     */
    interface IScoreReport extends coscore.ScoreReport.$Properties {
    }

    /** Represents a ScoreReport. */
    class ScoreReport {

        /**
         * Constructs a new ScoreReport.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.ScoreReport.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ScoreReport project. */
        project: string;

        /** ScoreReport recipe. */
        recipe: Uint8Array;

        /**
         * Creates a new ScoreReport instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ScoreReport instance
         */
        static create(properties: coscore.ScoreReport.$Shape): coscore.ScoreReport & coscore.ScoreReport.$Shape;
        static create(properties?: coscore.ScoreReport.$Properties): coscore.ScoreReport;

        /**
         * Encodes the specified ScoreReport message. Does not implicitly {@link coscore.ScoreReport.verify|verify} messages.
         * @param message ScoreReport message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.ScoreReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ScoreReport message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.ScoreReport & coscore.ScoreReport.$Shape} ScoreReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.ScoreReport & coscore.ScoreReport.$Shape;

        /**
         * Gets the type url for ScoreReport
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ScoreReport {

        /** Properties of a ScoreReport. */
        interface $Properties {

            /** ScoreReport project */
            project?: (string|null);

            /** ScoreReport recipe */
            recipe?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ScoreReport. */
        type $Shape = coscore.ScoreReport.$Properties;
    }

    /**
     * Properties of a HelloReport.
     * @deprecated Use coscore.HelloReport.$Properties instead.
     */
    interface IHelloReport extends coscore.HelloReport.$Properties {
    }

    /** Represents a HelloReport. */
    class HelloReport {

        /**
         * Constructs a new HelloReport.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.HelloReport.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** HelloReport version. */
        version: string;

        /** HelloReport jobs. */
        jobs: coscore.OpenJob.$Properties[];

        /** HelloReport address. */
        address: string;

        /**
         * Creates a new HelloReport instance using the specified properties.
         * @param [properties] Properties to set
         * @returns HelloReport instance
         */
        static create(properties: coscore.HelloReport.$Shape): coscore.HelloReport & coscore.HelloReport.$Shape;
        static create(properties?: coscore.HelloReport.$Properties): coscore.HelloReport;

        /**
         * Encodes the specified HelloReport message. Does not implicitly {@link coscore.HelloReport.verify|verify} messages.
         * @param message HelloReport message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.HelloReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a HelloReport message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.HelloReport & coscore.HelloReport.$Shape} HelloReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.HelloReport & coscore.HelloReport.$Shape;

        /**
         * Gets the type url for HelloReport
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace HelloReport {

        /** Properties of a HelloReport. */
        interface $Properties {

            /** HelloReport version */
            version?: (string|null);

            /** HelloReport jobs */
            jobs?: (coscore.OpenJob.$Properties[]|null);

            /** HelloReport address */
            address?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a HelloReport. */
        type $Shape = coscore.HelloReport.$Properties;
    }

    /**
     * Properties of an OpenJob.
     * @deprecated Use coscore.OpenJob.$Properties instead.
     */
    interface IOpenJob extends coscore.OpenJob.$Properties {
    }

    /** Represents an OpenJob. */
    class OpenJob {

        /**
         * Constructs a new OpenJob.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.OpenJob.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OpenJob job. */
        job: string;

        /** OpenJob attempt. */
        attempt: number;

        /** OpenJob state. */
        state: string;

        /** OpenJob code. */
        code: string;

        /** OpenJob message. */
        message: string;

        /** OpenJob params. */
        params: Uint8Array;

        /** OpenJob model. */
        model: Uint8Array;

        /**
         * Creates a new OpenJob instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OpenJob instance
         */
        static create(properties: coscore.OpenJob.$Shape): coscore.OpenJob & coscore.OpenJob.$Shape;
        static create(properties?: coscore.OpenJob.$Properties): coscore.OpenJob;

        /**
         * Encodes the specified OpenJob message. Does not implicitly {@link coscore.OpenJob.verify|verify} messages.
         * @param message OpenJob message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.OpenJob.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OpenJob message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.OpenJob & coscore.OpenJob.$Shape} OpenJob
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.OpenJob & coscore.OpenJob.$Shape;

        /**
         * Gets the type url for OpenJob
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace OpenJob {

        /** Properties of an OpenJob. */
        interface $Properties {

            /** OpenJob job */
            job?: (string|null);

            /** OpenJob attempt */
            attempt?: (number|null);

            /** OpenJob state */
            state?: (string|null);

            /** OpenJob code */
            code?: (string|null);

            /** OpenJob message */
            message?: (string|null);

            /** OpenJob params */
            params?: (Uint8Array|null);

            /** OpenJob model */
            model?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OpenJob. */
        type $Shape = coscore.OpenJob.$Properties;
    }

    /**
     * Properties of a DatasetReport.
     * @deprecated Use coscore.DatasetReport.$Properties instead.
     */
    interface IDatasetReport extends coscore.DatasetReport.$Properties {
    }

    /** Represents a DatasetReport. */
    class DatasetReport {

        /**
         * Constructs a new DatasetReport.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.DatasetReport.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DatasetReport name. */
        name: string;

        /** DatasetReport removed. */
        removed: boolean;

        /** DatasetReport schema. */
        schema: Uint8Array;

        /**
         * Creates a new DatasetReport instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DatasetReport instance
         */
        static create(properties: coscore.DatasetReport.$Shape): coscore.DatasetReport & coscore.DatasetReport.$Shape;
        static create(properties?: coscore.DatasetReport.$Properties): coscore.DatasetReport;

        /**
         * Encodes the specified DatasetReport message. Does not implicitly {@link coscore.DatasetReport.verify|verify} messages.
         * @param message DatasetReport message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.DatasetReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DatasetReport message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.DatasetReport & coscore.DatasetReport.$Shape} DatasetReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.DatasetReport & coscore.DatasetReport.$Shape;

        /**
         * Gets the type url for DatasetReport
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace DatasetReport {

        /** Properties of a DatasetReport. */
        interface $Properties {

            /** DatasetReport name */
            name?: (string|null);

            /** DatasetReport removed */
            removed?: (boolean|null);

            /** DatasetReport schema */
            schema?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DatasetReport. */
        type $Shape = coscore.DatasetReport.$Properties;
    }

    /**
     * Properties of a SignatureReport.
     * @deprecated Use coscore.SignatureReport.$Properties instead.
     */
    interface ISignatureReport extends coscore.SignatureReport.$Properties {
    }

    /** Represents a SignatureReport. */
    class SignatureReport {

        /**
         * Constructs a new SignatureReport.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.SignatureReport.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SignatureReport digest. */
        digest: string;

        /** SignatureReport signature. */
        signature: Uint8Array;

        /**
         * Creates a new SignatureReport instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SignatureReport instance
         */
        static create(properties: coscore.SignatureReport.$Shape): coscore.SignatureReport & coscore.SignatureReport.$Shape;
        static create(properties?: coscore.SignatureReport.$Properties): coscore.SignatureReport;

        /**
         * Encodes the specified SignatureReport message. Does not implicitly {@link coscore.SignatureReport.verify|verify} messages.
         * @param message SignatureReport message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.SignatureReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SignatureReport message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.SignatureReport & coscore.SignatureReport.$Shape} SignatureReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.SignatureReport & coscore.SignatureReport.$Shape;

        /**
         * Gets the type url for SignatureReport
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace SignatureReport {

        /** Properties of a SignatureReport. */
        interface $Properties {

            /** SignatureReport digest */
            digest?: (string|null);

            /** SignatureReport signature */
            signature?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SignatureReport. */
        type $Shape = coscore.SignatureReport.$Properties;
    }

    /**
     * Properties of a RejectionReport.
     * @deprecated Use coscore.RejectionReport.$Properties instead.
     */
    interface IRejectionReport extends coscore.RejectionReport.$Properties {
    }

    /** Represents a RejectionReport. */
    class RejectionReport {

        /**
         * Constructs a new RejectionReport.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.RejectionReport.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RejectionReport digest. */
        digest: string;

        /** RejectionReport reason. */
        reason: string;

        /**
         * Creates a new RejectionReport instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RejectionReport instance
         */
        static create(properties: coscore.RejectionReport.$Shape): coscore.RejectionReport & coscore.RejectionReport.$Shape;
        static create(properties?: coscore.RejectionReport.$Properties): coscore.RejectionReport;

        /**
         * Encodes the specified RejectionReport message. Does not implicitly {@link coscore.RejectionReport.verify|verify} messages.
         * @param message RejectionReport message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.RejectionReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RejectionReport message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.RejectionReport & coscore.RejectionReport.$Shape} RejectionReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.RejectionReport & coscore.RejectionReport.$Shape;

        /**
         * Gets the type url for RejectionReport
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace RejectionReport {

        /** Properties of a RejectionReport. */
        interface $Properties {

            /** RejectionReport digest */
            digest?: (string|null);

            /** RejectionReport reason */
            reason?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RejectionReport. */
        type $Shape = coscore.RejectionReport.$Properties;
    }

    /**
     * Properties of a ProgressReport.
     * @deprecated Use coscore.ProgressReport.$Properties instead.
     */
    interface IProgressReport extends coscore.ProgressReport.$Properties {
    }

    /** Represents a ProgressReport. */
    class ProgressReport {

        /**
         * Constructs a new ProgressReport.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.ProgressReport.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ProgressReport job. */
        job: string;

        /** ProgressReport stage. */
        stage: string;

        /** ProgressReport done. */
        done: number;

        /** ProgressReport total. */
        total: number;

        /** ProgressReport unit. */
        unit: string;

        /** ProgressReport attempt. */
        attempt: number;

        /**
         * Creates a new ProgressReport instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ProgressReport instance
         */
        static create(properties: coscore.ProgressReport.$Shape): coscore.ProgressReport & coscore.ProgressReport.$Shape;
        static create(properties?: coscore.ProgressReport.$Properties): coscore.ProgressReport;

        /**
         * Encodes the specified ProgressReport message. Does not implicitly {@link coscore.ProgressReport.verify|verify} messages.
         * @param message ProgressReport message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.ProgressReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ProgressReport message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.ProgressReport & coscore.ProgressReport.$Shape} ProgressReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.ProgressReport & coscore.ProgressReport.$Shape;

        /**
         * Gets the type url for ProgressReport
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ProgressReport {

        /** Properties of a ProgressReport. */
        interface $Properties {

            /** ProgressReport job */
            job?: (string|null);

            /** ProgressReport stage */
            stage?: (string|null);

            /** ProgressReport done */
            done?: (number|null);

            /** ProgressReport total */
            total?: (number|null);

            /** ProgressReport unit */
            unit?: (string|null);

            /** ProgressReport attempt */
            attempt?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ProgressReport. */
        type $Shape = coscore.ProgressReport.$Properties;
    }

    /**
     * Properties of a FinishedReport.
     * @deprecated Use coscore.FinishedReport.$Properties instead.
     */
    interface IFinishedReport extends coscore.FinishedReport.$Properties {
    }

    /** Represents a FinishedReport. */
    class FinishedReport {

        /**
         * Constructs a new FinishedReport.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.FinishedReport.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FinishedReport job. */
        job: string;

        /** FinishedReport attempt. */
        attempt: number;

        /** FinishedReport model. */
        model: Uint8Array;

        /**
         * Creates a new FinishedReport instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FinishedReport instance
         */
        static create(properties: coscore.FinishedReport.$Shape): coscore.FinishedReport & coscore.FinishedReport.$Shape;
        static create(properties?: coscore.FinishedReport.$Properties): coscore.FinishedReport;

        /**
         * Encodes the specified FinishedReport message. Does not implicitly {@link coscore.FinishedReport.verify|verify} messages.
         * @param message FinishedReport message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.FinishedReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FinishedReport message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.FinishedReport & coscore.FinishedReport.$Shape} FinishedReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.FinishedReport & coscore.FinishedReport.$Shape;

        /**
         * Gets the type url for FinishedReport
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace FinishedReport {

        /** Properties of a FinishedReport. */
        interface $Properties {

            /** FinishedReport job */
            job?: (string|null);

            /** FinishedReport attempt */
            attempt?: (number|null);

            /** FinishedReport model */
            model?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FinishedReport. */
        type $Shape = coscore.FinishedReport.$Properties;
    }

    /**
     * Properties of a FailedReport.
     * @deprecated Use coscore.FailedReport.$Properties instead.
     */
    interface IFailedReport extends coscore.FailedReport.$Properties {
    }

    /** Represents a FailedReport. */
    class FailedReport {

        /**
         * Constructs a new FailedReport.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.FailedReport.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FailedReport job. */
        job: string;

        /** FailedReport code. */
        code: string;

        /** FailedReport message. */
        message: string;

        /** FailedReport params. */
        params: Uint8Array;

        /** FailedReport attempt. */
        attempt: number;

        /**
         * Creates a new FailedReport instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FailedReport instance
         */
        static create(properties: coscore.FailedReport.$Shape): coscore.FailedReport & coscore.FailedReport.$Shape;
        static create(properties?: coscore.FailedReport.$Properties): coscore.FailedReport;

        /**
         * Encodes the specified FailedReport message. Does not implicitly {@link coscore.FailedReport.verify|verify} messages.
         * @param message FailedReport message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.FailedReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FailedReport message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.FailedReport & coscore.FailedReport.$Shape} FailedReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.FailedReport & coscore.FailedReport.$Shape;

        /**
         * Gets the type url for FailedReport
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace FailedReport {

        /** Properties of a FailedReport. */
        interface $Properties {

            /** FailedReport job */
            job?: (string|null);

            /** FailedReport code */
            code?: (string|null);

            /** FailedReport message */
            message?: (string|null);

            /** FailedReport params */
            params?: (Uint8Array|null);

            /** FailedReport attempt */
            attempt?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FailedReport. */
        type $Shape = coscore.FailedReport.$Properties;
    }

    /**
     * Properties of a ControlFrame.
     * @deprecated Use coscore.ControlFrame.$Properties instead.
     */
    interface IControlFrame extends coscore.ControlFrame.$Properties {
    }

    /** Represents a ControlFrame. */
    class ControlFrame {

        /**
         * Constructs a new ControlFrame.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.ControlFrame.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ControlFrame body. */
        body: Uint8Array;

        /**
         * Creates a new ControlFrame instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ControlFrame instance
         */
        static create(properties: coscore.ControlFrame.$Shape): coscore.ControlFrame & coscore.ControlFrame.$Shape;
        static create(properties?: coscore.ControlFrame.$Properties): coscore.ControlFrame;

        /**
         * Encodes the specified ControlFrame message. Does not implicitly {@link coscore.ControlFrame.verify|verify} messages.
         * @param message ControlFrame message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.ControlFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ControlFrame message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.ControlFrame & coscore.ControlFrame.$Shape} ControlFrame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.ControlFrame & coscore.ControlFrame.$Shape;

        /**
         * Gets the type url for ControlFrame
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ControlFrame {

        /** Properties of a ControlFrame. */
        interface $Properties {

            /** ControlFrame body */
            body?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ControlFrame. */
        type $Shape = coscore.ControlFrame.$Properties;
    }

    /**
     * Properties of a TunnelCall.
     * @deprecated Use coscore.TunnelCall.$Properties instead.
     */
    interface ITunnelCall extends coscore.TunnelCall.$Properties {
    }

    /** Represents a TunnelCall. */
    class TunnelCall {

        /**
         * Constructs a new TunnelCall.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.TunnelCall.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TunnelCall session. */
        session: string;

        /** TunnelCall peer. */
        peer: string;

        /** TunnelCall instance. */
        instance: string;

        /** TunnelCall line. */
        line: string;

        /** TunnelCall versions. */
        versions: string;

        /**
         * Creates a new TunnelCall instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TunnelCall instance
         */
        static create(properties: coscore.TunnelCall.$Shape): coscore.TunnelCall & coscore.TunnelCall.$Shape;
        static create(properties?: coscore.TunnelCall.$Properties): coscore.TunnelCall;

        /**
         * Encodes the specified TunnelCall message. Does not implicitly {@link coscore.TunnelCall.verify|verify} messages.
         * @param message TunnelCall message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.TunnelCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TunnelCall message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.TunnelCall & coscore.TunnelCall.$Shape} TunnelCall
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.TunnelCall & coscore.TunnelCall.$Shape;

        /**
         * Gets the type url for TunnelCall
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace TunnelCall {

        /** Properties of a TunnelCall. */
        interface $Properties {

            /** TunnelCall session */
            session?: (string|null);

            /** TunnelCall peer */
            peer?: (string|null);

            /** TunnelCall instance */
            instance?: (string|null);

            /** TunnelCall line */
            line?: (string|null);

            /** TunnelCall versions */
            versions?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TunnelCall. */
        type $Shape = coscore.TunnelCall.$Properties;
    }

    /**
     * Properties of a TunnelAnswer.
     * @deprecated Use coscore.TunnelAnswer.$Properties instead.
     */
    interface ITunnelAnswer extends coscore.TunnelAnswer.$Properties {
    }

    /** Represents a TunnelAnswer. */
    class TunnelAnswer {

        /**
         * Constructs a new TunnelAnswer.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.TunnelAnswer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TunnelAnswer instance. */
        instance: string;

        /** TunnelAnswer versions. */
        versions: string;

        /** TunnelAnswer code. */
        code: string;

        /** TunnelAnswer message. */
        message: string;

        /**
         * Creates a new TunnelAnswer instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TunnelAnswer instance
         */
        static create(properties: coscore.TunnelAnswer.$Shape): coscore.TunnelAnswer & coscore.TunnelAnswer.$Shape;
        static create(properties?: coscore.TunnelAnswer.$Properties): coscore.TunnelAnswer;

        /**
         * Encodes the specified TunnelAnswer message. Does not implicitly {@link coscore.TunnelAnswer.verify|verify} messages.
         * @param message TunnelAnswer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.TunnelAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TunnelAnswer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.TunnelAnswer & coscore.TunnelAnswer.$Shape} TunnelAnswer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.TunnelAnswer & coscore.TunnelAnswer.$Shape;

        /**
         * Gets the type url for TunnelAnswer
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace TunnelAnswer {

        /** Properties of a TunnelAnswer. */
        interface $Properties {

            /** TunnelAnswer instance */
            instance?: (string|null);

            /** TunnelAnswer versions */
            versions?: (string|null);

            /** TunnelAnswer code */
            code?: (string|null);

            /** TunnelAnswer message */
            message?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TunnelAnswer. */
        type $Shape = coscore.TunnelAnswer.$Properties;
    }

    /**
     * Properties of a TunnelHello.
     * @deprecated Use coscore.TunnelHello.$Properties instead.
     */
    interface ITunnelHello extends coscore.TunnelHello.$Properties {
    }

    /** Represents a TunnelHello. */
    class TunnelHello {

        /**
         * Constructs a new TunnelHello.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.TunnelHello.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TunnelHello minVersion. */
        minVersion: number;

        /** TunnelHello maxVersion. */
        maxVersion: number;

        /** TunnelHello session. */
        session: string;

        /** TunnelHello from. */
        from: string;

        /** TunnelHello to. */
        to: string;

        /** TunnelHello instance. */
        instance: Uint8Array;

        /** TunnelHello knows. */
        knows: Uint8Array;

        /** TunnelHello resume. */
        resume: coscore.TunnelResume.$Properties[];

        /**
         * Creates a new TunnelHello instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TunnelHello instance
         */
        static create(properties: coscore.TunnelHello.$Shape): coscore.TunnelHello & coscore.TunnelHello.$Shape;
        static create(properties?: coscore.TunnelHello.$Properties): coscore.TunnelHello;

        /**
         * Encodes the specified TunnelHello message. Does not implicitly {@link coscore.TunnelHello.verify|verify} messages.
         * @param message TunnelHello message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.TunnelHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TunnelHello message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.TunnelHello & coscore.TunnelHello.$Shape} TunnelHello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.TunnelHello & coscore.TunnelHello.$Shape;

        /**
         * Gets the type url for TunnelHello
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace TunnelHello {

        /** Properties of a TunnelHello. */
        interface $Properties {

            /** TunnelHello minVersion */
            minVersion?: (number|null);

            /** TunnelHello maxVersion */
            maxVersion?: (number|null);

            /** TunnelHello session */
            session?: (string|null);

            /** TunnelHello from */
            from?: (string|null);

            /** TunnelHello to */
            to?: (string|null);

            /** TunnelHello instance */
            instance?: (Uint8Array|null);

            /** TunnelHello knows */
            knows?: (Uint8Array|null);

            /** TunnelHello resume */
            resume?: (coscore.TunnelResume.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TunnelHello. */
        type $Shape = coscore.TunnelHello.$Properties;
    }

    /**
     * Properties of a TunnelResume.
     * @deprecated Use coscore.TunnelResume.$Properties instead.
     */
    interface ITunnelResume extends coscore.TunnelResume.$Properties {
    }

    /** Represents a TunnelResume. */
    class TunnelResume {

        /**
         * Constructs a new TunnelResume.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.TunnelResume.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TunnelResume topic. */
        topic: string;

        /** TunnelResume seq. */
        seq: number;

        /** TunnelResume bytes. */
        bytes: (number|Long);

        /** TunnelResume consumed. */
        consumed: (number|Long);

        /**
         * Creates a new TunnelResume instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TunnelResume instance
         */
        static create(properties: coscore.TunnelResume.$Shape): coscore.TunnelResume & coscore.TunnelResume.$Shape;
        static create(properties?: coscore.TunnelResume.$Properties): coscore.TunnelResume;

        /**
         * Encodes the specified TunnelResume message. Does not implicitly {@link coscore.TunnelResume.verify|verify} messages.
         * @param message TunnelResume message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.TunnelResume.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TunnelResume message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.TunnelResume & coscore.TunnelResume.$Shape} TunnelResume
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.TunnelResume & coscore.TunnelResume.$Shape;

        /**
         * Gets the type url for TunnelResume
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace TunnelResume {

        /** Properties of a TunnelResume. */
        interface $Properties {

            /** TunnelResume topic */
            topic?: (string|null);

            /** TunnelResume seq */
            seq?: (number|null);

            /** TunnelResume bytes */
            bytes?: (number|Long|null);

            /** TunnelResume consumed */
            consumed?: (number|Long|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TunnelResume. */
        type $Shape = coscore.TunnelResume.$Properties;
    }

    /**
     * Properties of an EnrolCall.
     * @deprecated Use coscore.EnrolCall.$Properties instead.
     */
    interface IEnrolCall extends coscore.EnrolCall.$Properties {
    }

    /** Represents an EnrolCall. */
    class EnrolCall {

        /**
         * Constructs a new EnrolCall.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.EnrolCall.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** EnrolCall join. */
        join?: (coscore.EnrolJoin.$Properties|null);

        /** EnrolCall rotation. */
        rotation?: (coscore.EnrolRotation.$Properties|null);

        /** EnrolCall call. */
        call?: ("join"|"rotation");

        /**
         * Creates a new EnrolCall instance using the specified properties.
         * @param [properties] Properties to set
         * @returns EnrolCall instance
         */
        static create(properties: coscore.EnrolCall.$Shape): coscore.EnrolCall & coscore.EnrolCall.$Shape;
        static create(properties?: coscore.EnrolCall.$Properties): coscore.EnrolCall;

        /**
         * Encodes the specified EnrolCall message. Does not implicitly {@link coscore.EnrolCall.verify|verify} messages.
         * @param message EnrolCall message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.EnrolCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an EnrolCall message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.EnrolCall & coscore.EnrolCall.$Shape} EnrolCall
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.EnrolCall & coscore.EnrolCall.$Shape;

        /**
         * Gets the type url for EnrolCall
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace EnrolCall {

        /** Properties of an EnrolCall. */
        interface $Properties {

            /** EnrolCall join */
            join?: (coscore.EnrolJoin.$Properties|null);

            /** EnrolCall rotation */
            rotation?: (coscore.EnrolRotation.$Properties|null);

            /** EnrolCall call */
            call?: ("join"|"rotation");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of an EnrolCall. */
        type $Shape = {
          join?: coscore.EnrolJoin.$Shape|null;
          rotation?: coscore.EnrolRotation.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ call?: undefined; join?: null; rotation?: null }|{ call?: "join"; join: coscore.EnrolJoin.$Shape; rotation?: null }|{ call?: "rotation"; join?: null; rotation: coscore.EnrolRotation.$Shape })
        );
    }

    /**
     * Properties of an EnrolJoin.
     * @deprecated Use coscore.EnrolJoin.$Properties instead.
     */
    interface IEnrolJoin extends coscore.EnrolJoin.$Properties {
    }

    /** Represents an EnrolJoin. */
    class EnrolJoin {

        /**
         * Constructs a new EnrolJoin.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.EnrolJoin.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** EnrolJoin name. */
        name: string;

        /** EnrolJoin token. */
        token: Uint8Array;

        /**
         * Creates a new EnrolJoin instance using the specified properties.
         * @param [properties] Properties to set
         * @returns EnrolJoin instance
         */
        static create(properties: coscore.EnrolJoin.$Shape): coscore.EnrolJoin & coscore.EnrolJoin.$Shape;
        static create(properties?: coscore.EnrolJoin.$Properties): coscore.EnrolJoin;

        /**
         * Encodes the specified EnrolJoin message. Does not implicitly {@link coscore.EnrolJoin.verify|verify} messages.
         * @param message EnrolJoin message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.EnrolJoin.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an EnrolJoin message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.EnrolJoin & coscore.EnrolJoin.$Shape} EnrolJoin
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.EnrolJoin & coscore.EnrolJoin.$Shape;

        /**
         * Gets the type url for EnrolJoin
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace EnrolJoin {

        /** Properties of an EnrolJoin. */
        interface $Properties {

            /** EnrolJoin name */
            name?: (string|null);

            /** EnrolJoin token */
            token?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an EnrolJoin. */
        type $Shape = coscore.EnrolJoin.$Properties;
    }

    /**
     * Properties of an EnrolRotation.
     * @deprecated Use coscore.EnrolRotation.$Properties instead.
     */
    interface IEnrolRotation extends coscore.EnrolRotation.$Properties {
    }

    /** Represents an EnrolRotation. */
    class EnrolRotation {

        /**
         * Constructs a new EnrolRotation.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.EnrolRotation.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** EnrolRotation name. */
        name: string;

        /** EnrolRotation signature. */
        signature: Uint8Array;

        /**
         * Creates a new EnrolRotation instance using the specified properties.
         * @param [properties] Properties to set
         * @returns EnrolRotation instance
         */
        static create(properties: coscore.EnrolRotation.$Shape): coscore.EnrolRotation & coscore.EnrolRotation.$Shape;
        static create(properties?: coscore.EnrolRotation.$Properties): coscore.EnrolRotation;

        /**
         * Encodes the specified EnrolRotation message. Does not implicitly {@link coscore.EnrolRotation.verify|verify} messages.
         * @param message EnrolRotation message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.EnrolRotation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an EnrolRotation message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.EnrolRotation & coscore.EnrolRotation.$Shape} EnrolRotation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.EnrolRotation & coscore.EnrolRotation.$Shape;

        /**
         * Gets the type url for EnrolRotation
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace EnrolRotation {

        /** Properties of an EnrolRotation. */
        interface $Properties {

            /** EnrolRotation name */
            name?: (string|null);

            /** EnrolRotation signature */
            signature?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an EnrolRotation. */
        type $Shape = coscore.EnrolRotation.$Properties;
    }

    /**
     * Properties of an EnrolAnswer.
     * @deprecated Use coscore.EnrolAnswer.$Properties instead.
     */
    interface IEnrolAnswer extends coscore.EnrolAnswer.$Properties {
    }

    /** Represents an EnrolAnswer. */
    class EnrolAnswer {

        /**
         * Constructs a new EnrolAnswer.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.EnrolAnswer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** EnrolAnswer accepted. */
        accepted?: (coscore.EnrolAccepted.$Properties|null);

        /** EnrolAnswer refused. */
        refused?: (coscore.EnrolRefused.$Properties|null);

        /** EnrolAnswer answer. */
        answer?: ("accepted"|"refused");

        /**
         * Creates a new EnrolAnswer instance using the specified properties.
         * @param [properties] Properties to set
         * @returns EnrolAnswer instance
         */
        static create(properties: coscore.EnrolAnswer.$Shape): coscore.EnrolAnswer & coscore.EnrolAnswer.$Shape;
        static create(properties?: coscore.EnrolAnswer.$Properties): coscore.EnrolAnswer;

        /**
         * Encodes the specified EnrolAnswer message. Does not implicitly {@link coscore.EnrolAnswer.verify|verify} messages.
         * @param message EnrolAnswer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.EnrolAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an EnrolAnswer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.EnrolAnswer & coscore.EnrolAnswer.$Shape} EnrolAnswer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.EnrolAnswer & coscore.EnrolAnswer.$Shape;

        /**
         * Gets the type url for EnrolAnswer
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace EnrolAnswer {

        /** Properties of an EnrolAnswer. */
        interface $Properties {

            /** EnrolAnswer accepted */
            accepted?: (coscore.EnrolAccepted.$Properties|null);

            /** EnrolAnswer refused */
            refused?: (coscore.EnrolRefused.$Properties|null);

            /** EnrolAnswer answer */
            answer?: ("accepted"|"refused");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of an EnrolAnswer. */
        type $Shape = {
          accepted?: coscore.EnrolAccepted.$Shape|null;
          refused?: coscore.EnrolRefused.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ answer?: undefined; accepted?: null; refused?: null }|{ answer?: "accepted"; accepted: coscore.EnrolAccepted.$Shape; refused?: null }|{ answer?: "refused"; accepted?: null; refused: coscore.EnrolRefused.$Shape })
        );
    }

    /**
     * Properties of an EnrolAccepted.
     * @deprecated Use coscore.EnrolAccepted.$Properties instead.
     */
    interface IEnrolAccepted extends coscore.EnrolAccepted.$Properties {
    }

    /** Represents an EnrolAccepted. */
    class EnrolAccepted {

        /**
         * Constructs a new EnrolAccepted.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.EnrolAccepted.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** EnrolAccepted coordinator. */
        coordinator: string;

        /** EnrolAccepted role. */
        role: string;

        /**
         * Creates a new EnrolAccepted instance using the specified properties.
         * @param [properties] Properties to set
         * @returns EnrolAccepted instance
         */
        static create(properties: coscore.EnrolAccepted.$Shape): coscore.EnrolAccepted & coscore.EnrolAccepted.$Shape;
        static create(properties?: coscore.EnrolAccepted.$Properties): coscore.EnrolAccepted;

        /**
         * Encodes the specified EnrolAccepted message. Does not implicitly {@link coscore.EnrolAccepted.verify|verify} messages.
         * @param message EnrolAccepted message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.EnrolAccepted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an EnrolAccepted message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.EnrolAccepted & coscore.EnrolAccepted.$Shape} EnrolAccepted
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.EnrolAccepted & coscore.EnrolAccepted.$Shape;

        /**
         * Gets the type url for EnrolAccepted
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace EnrolAccepted {

        /** Properties of an EnrolAccepted. */
        interface $Properties {

            /** EnrolAccepted coordinator */
            coordinator?: (string|null);

            /** EnrolAccepted role */
            role?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an EnrolAccepted. */
        type $Shape = coscore.EnrolAccepted.$Properties;
    }

    /**
     * Properties of an EnrolRefused.
     * @deprecated Use coscore.EnrolRefused.$Properties instead.
     */
    interface IEnrolRefused extends coscore.EnrolRefused.$Properties {
    }

    /** Represents an EnrolRefused. */
    class EnrolRefused {

        /**
         * Constructs a new EnrolRefused.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.EnrolRefused.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** EnrolRefused code. */
        code: string;

        /** EnrolRefused message. */
        message: string;

        /**
         * Creates a new EnrolRefused instance using the specified properties.
         * @param [properties] Properties to set
         * @returns EnrolRefused instance
         */
        static create(properties: coscore.EnrolRefused.$Shape): coscore.EnrolRefused & coscore.EnrolRefused.$Shape;
        static create(properties?: coscore.EnrolRefused.$Properties): coscore.EnrolRefused;

        /**
         * Encodes the specified EnrolRefused message. Does not implicitly {@link coscore.EnrolRefused.verify|verify} messages.
         * @param message EnrolRefused message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.EnrolRefused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an EnrolRefused message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.EnrolRefused & coscore.EnrolRefused.$Shape} EnrolRefused
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.EnrolRefused & coscore.EnrolRefused.$Shape;

        /**
         * Gets the type url for EnrolRefused
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace EnrolRefused {

        /** Properties of an EnrolRefused. */
        interface $Properties {

            /** EnrolRefused code */
            code?: (string|null);

            /** EnrolRefused message */
            message?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an EnrolRefused. */
        type $Shape = coscore.EnrolRefused.$Properties;
    }

    /**
     * Properties of an Envelope.
     * @deprecated Use coscore.Envelope.$Properties instead.
     */
    interface IEnvelope extends coscore.Envelope.$Properties {
    }

    /** Represents an Envelope. */
    class Envelope {

        /**
         * Constructs a new Envelope.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.Envelope.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Envelope topic. */
        topic: string;

        /** Envelope seq. */
        seq: number;

        /** Envelope kind. */
        kind: string;

        /** Envelope bodyBytes. */
        bodyBytes: number;

        /** Envelope consumed. */
        consumed: (number|Long);

        /** Envelope rest. */
        rest: number;

        /**
         * Creates a new Envelope instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Envelope instance
         */
        static create(properties: coscore.Envelope.$Shape): coscore.Envelope & coscore.Envelope.$Shape;
        static create(properties?: coscore.Envelope.$Properties): coscore.Envelope;

        /**
         * Encodes the specified Envelope message. Does not implicitly {@link coscore.Envelope.verify|verify} messages.
         * @param message Envelope message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Envelope message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.Envelope & coscore.Envelope.$Shape} Envelope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.Envelope & coscore.Envelope.$Shape;

        /**
         * Gets the type url for Envelope
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Envelope {

        /** Properties of an Envelope. */
        interface $Properties {

            /** Envelope topic */
            topic?: (string|null);

            /** Envelope seq */
            seq?: (number|null);

            /** Envelope kind */
            kind?: (string|null);

            /** Envelope bodyBytes */
            bodyBytes?: (number|null);

            /** Envelope consumed */
            consumed?: (number|Long|null);

            /** Envelope rest */
            rest?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Envelope. */
        type $Shape = coscore.Envelope.$Properties;
    }

    /**
     * Properties of a GroupSumDelta.
     * @deprecated Use coscore.GroupSumDelta.$Properties instead.
     */
    interface IGroupSumDelta extends coscore.GroupSumDelta.$Properties {
    }

    /** Represents a GroupSumDelta. */
    class GroupSumDelta {

        /**
         * Constructs a new GroupSumDelta.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.GroupSumDelta.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GroupSumDelta delta. */
        delta: Uint8Array;

        /**
         * Creates a new GroupSumDelta instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GroupSumDelta instance
         */
        static create(properties: coscore.GroupSumDelta.$Shape): coscore.GroupSumDelta & coscore.GroupSumDelta.$Shape;
        static create(properties?: coscore.GroupSumDelta.$Properties): coscore.GroupSumDelta;

        /**
         * Encodes the specified GroupSumDelta message. Does not implicitly {@link coscore.GroupSumDelta.verify|verify} messages.
         * @param message GroupSumDelta message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.GroupSumDelta.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GroupSumDelta message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.GroupSumDelta & coscore.GroupSumDelta.$Shape} GroupSumDelta
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.GroupSumDelta & coscore.GroupSumDelta.$Shape;

        /**
         * Gets the type url for GroupSumDelta
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace GroupSumDelta {

        /** Properties of a GroupSumDelta. */
        interface $Properties {

            /** GroupSumDelta delta */
            delta?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GroupSumDelta. */
        type $Shape = coscore.GroupSumDelta.$Properties;
    }

    /**
     * Properties of a GroupSumFeature.
     * @deprecated Use coscore.GroupSumFeature.$Properties instead.
     */
    interface IGroupSumFeature extends coscore.GroupSumFeature.$Properties {
    }

    /** Represents a GroupSumFeature. */
    class GroupSumFeature {

        /**
         * Constructs a new GroupSumFeature.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.GroupSumFeature.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GroupSumFeature feature. */
        feature: number;

        /** GroupSumFeature bins. */
        bins: number;

        /** GroupSumFeature counts. */
        counts: Uint8Array;

        /** GroupSumFeature sigma. */
        sigma: Uint8Array;

        /** GroupSumFeature sums. */
        sums: Uint8Array;

        /**
         * Creates a new GroupSumFeature instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GroupSumFeature instance
         */
        static create(properties: coscore.GroupSumFeature.$Shape): coscore.GroupSumFeature & coscore.GroupSumFeature.$Shape;
        static create(properties?: coscore.GroupSumFeature.$Properties): coscore.GroupSumFeature;

        /**
         * Encodes the specified GroupSumFeature message. Does not implicitly {@link coscore.GroupSumFeature.verify|verify} messages.
         * @param message GroupSumFeature message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.GroupSumFeature.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GroupSumFeature message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.GroupSumFeature & coscore.GroupSumFeature.$Shape} GroupSumFeature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.GroupSumFeature & coscore.GroupSumFeature.$Shape;

        /**
         * Gets the type url for GroupSumFeature
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace GroupSumFeature {

        /** Properties of a GroupSumFeature. */
        interface $Properties {

            /** GroupSumFeature feature */
            feature?: (number|null);

            /** GroupSumFeature bins */
            bins?: (number|null);

            /** GroupSumFeature counts */
            counts?: (Uint8Array|null);

            /** GroupSumFeature sigma */
            sigma?: (Uint8Array|null);

            /** GroupSumFeature sums */
            sums?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GroupSumFeature. */
        type $Shape = coscore.GroupSumFeature.$Properties;
    }

    /**
     * Properties of a GroupSumBlindKey.
     * @deprecated Use coscore.GroupSumBlindKey.$Properties instead.
     */
    interface IGroupSumBlindKey extends coscore.GroupSumBlindKey.$Properties {
    }

    /** Represents a GroupSumBlindKey. */
    class GroupSumBlindKey {

        /**
         * Constructs a new GroupSumBlindKey.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.GroupSumBlindKey.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GroupSumBlindKey session. */
        session: string;

        /** GroupSumBlindKey scheme. */
        scheme: string;

        /** GroupSumBlindKey bits. */
        bits: number;

        /** GroupSumBlindKey n. */
        n: Uint8Array;

        /** GroupSumBlindKey g. */
        g: Uint8Array;

        /** GroupSumBlindKey h. */
        h: Uint8Array;

        /** GroupSumBlindKey rows. */
        rows: number;

        /** GroupSumBlindKey nodes. */
        nodes: number;

        /** GroupSumBlindKey features. */
        features: number;

        /** GroupSumBlindKey gBits. */
        gBits: number;

        /** GroupSumBlindKey hBits. */
        hBits: number;

        /**
         * Creates a new GroupSumBlindKey instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GroupSumBlindKey instance
         */
        static create(properties: coscore.GroupSumBlindKey.$Shape): coscore.GroupSumBlindKey & coscore.GroupSumBlindKey.$Shape;
        static create(properties?: coscore.GroupSumBlindKey.$Properties): coscore.GroupSumBlindKey;

        /**
         * Encodes the specified GroupSumBlindKey message. Does not implicitly {@link coscore.GroupSumBlindKey.verify|verify} messages.
         * @param message GroupSumBlindKey message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.GroupSumBlindKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GroupSumBlindKey message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.GroupSumBlindKey & coscore.GroupSumBlindKey.$Shape} GroupSumBlindKey
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.GroupSumBlindKey & coscore.GroupSumBlindKey.$Shape;

        /**
         * Gets the type url for GroupSumBlindKey
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace GroupSumBlindKey {

        /** Properties of a GroupSumBlindKey. */
        interface $Properties {

            /** GroupSumBlindKey session */
            session?: (string|null);

            /** GroupSumBlindKey scheme */
            scheme?: (string|null);

            /** GroupSumBlindKey bits */
            bits?: (number|null);

            /** GroupSumBlindKey n */
            n?: (Uint8Array|null);

            /** GroupSumBlindKey g */
            g?: (Uint8Array|null);

            /** GroupSumBlindKey h */
            h?: (Uint8Array|null);

            /** GroupSumBlindKey rows */
            rows?: (number|null);

            /** GroupSumBlindKey nodes */
            nodes?: (number|null);

            /** GroupSumBlindKey features */
            features?: (number|null);

            /** GroupSumBlindKey gBits */
            gBits?: (number|null);

            /** GroupSumBlindKey hBits */
            hBits?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GroupSumBlindKey. */
        type $Shape = coscore.GroupSumBlindKey.$Properties;
    }

    /**
     * Properties of a GroupSumBlindShape.
     * @deprecated Use coscore.GroupSumBlindShape.$Properties instead.
     */
    interface IGroupSumBlindShape extends coscore.GroupSumBlindShape.$Properties {
    }

    /** Represents a GroupSumBlindShape. */
    class GroupSumBlindShape {

        /**
         * Constructs a new GroupSumBlindShape.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.GroupSumBlindShape.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GroupSumBlindShape bins. */
        bins: Uint8Array;

        /** GroupSumBlindShape counts. */
        counts: Uint8Array;

        /**
         * Creates a new GroupSumBlindShape instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GroupSumBlindShape instance
         */
        static create(properties: coscore.GroupSumBlindShape.$Shape): coscore.GroupSumBlindShape & coscore.GroupSumBlindShape.$Shape;
        static create(properties?: coscore.GroupSumBlindShape.$Properties): coscore.GroupSumBlindShape;

        /**
         * Encodes the specified GroupSumBlindShape message. Does not implicitly {@link coscore.GroupSumBlindShape.verify|verify} messages.
         * @param message GroupSumBlindShape message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.GroupSumBlindShape.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GroupSumBlindShape message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.GroupSumBlindShape & coscore.GroupSumBlindShape.$Shape} GroupSumBlindShape
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.GroupSumBlindShape & coscore.GroupSumBlindShape.$Shape;

        /**
         * Gets the type url for GroupSumBlindShape
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace GroupSumBlindShape {

        /** Properties of a GroupSumBlindShape. */
        interface $Properties {

            /** GroupSumBlindShape bins */
            bins?: (Uint8Array|null);

            /** GroupSumBlindShape counts */
            counts?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GroupSumBlindShape. */
        type $Shape = coscore.GroupSumBlindShape.$Properties;
    }

    /**
     * Properties of a GroupSumBlindBatch.
     * @deprecated Use coscore.GroupSumBlindBatch.$Properties instead.
     */
    interface IGroupSumBlindBatch extends coscore.GroupSumBlindBatch.$Properties {
    }

    /** Represents a GroupSumBlindBatch. */
    class GroupSumBlindBatch {

        /**
         * Constructs a new GroupSumBlindBatch.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.GroupSumBlindBatch.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GroupSumBlindBatch index. */
        index: number;

        /** GroupSumBlindBatch ciphertexts. */
        ciphertexts: Uint8Array;

        /**
         * Creates a new GroupSumBlindBatch instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GroupSumBlindBatch instance
         */
        static create(properties: coscore.GroupSumBlindBatch.$Shape): coscore.GroupSumBlindBatch & coscore.GroupSumBlindBatch.$Shape;
        static create(properties?: coscore.GroupSumBlindBatch.$Properties): coscore.GroupSumBlindBatch;

        /**
         * Encodes the specified GroupSumBlindBatch message. Does not implicitly {@link coscore.GroupSumBlindBatch.verify|verify} messages.
         * @param message GroupSumBlindBatch message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.GroupSumBlindBatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GroupSumBlindBatch message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.GroupSumBlindBatch & coscore.GroupSumBlindBatch.$Shape} GroupSumBlindBatch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.GroupSumBlindBatch & coscore.GroupSumBlindBatch.$Shape;

        /**
         * Gets the type url for GroupSumBlindBatch
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace GroupSumBlindBatch {

        /** Properties of a GroupSumBlindBatch. */
        interface $Properties {

            /** GroupSumBlindBatch index */
            index?: (number|null);

            /** GroupSumBlindBatch ciphertexts */
            ciphertexts?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GroupSumBlindBatch. */
        type $Shape = coscore.GroupSumBlindBatch.$Properties;
    }

    /**
     * Properties of a GroupSumRefineCall.
     * @deprecated Use coscore.GroupSumRefineCall.$Properties instead.
     */
    interface IGroupSumRefineCall extends coscore.GroupSumRefineCall.$Properties {
    }

    /** Represents a GroupSumRefineCall. */
    class GroupSumRefineCall {

        /**
         * Constructs a new GroupSumRefineCall.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.GroupSumRefineCall.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GroupSumRefineCall index. */
        index: number;

        /** GroupSumRefineCall turn. */
        turn: number;

        /** GroupSumRefineCall wanted. */
        wanted: Uint8Array;

        /** GroupSumRefineCall active. */
        active: Uint8Array;

        /** GroupSumRefineCall delta. */
        delta: Uint8Array;

        /** GroupSumRefineCall note. */
        note: Uint8Array;

        /**
         * Creates a new GroupSumRefineCall instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GroupSumRefineCall instance
         */
        static create(properties: coscore.GroupSumRefineCall.$Shape): coscore.GroupSumRefineCall & coscore.GroupSumRefineCall.$Shape;
        static create(properties?: coscore.GroupSumRefineCall.$Properties): coscore.GroupSumRefineCall;

        /**
         * Encodes the specified GroupSumRefineCall message. Does not implicitly {@link coscore.GroupSumRefineCall.verify|verify} messages.
         * @param message GroupSumRefineCall message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.GroupSumRefineCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GroupSumRefineCall message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.GroupSumRefineCall & coscore.GroupSumRefineCall.$Shape} GroupSumRefineCall
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.GroupSumRefineCall & coscore.GroupSumRefineCall.$Shape;

        /**
         * Gets the type url for GroupSumRefineCall
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace GroupSumRefineCall {

        /** Properties of a GroupSumRefineCall. */
        interface $Properties {

            /** GroupSumRefineCall index */
            index?: (number|null);

            /** GroupSumRefineCall turn */
            turn?: (number|null);

            /** GroupSumRefineCall wanted */
            wanted?: (Uint8Array|null);

            /** GroupSumRefineCall active */
            active?: (Uint8Array|null);

            /** GroupSumRefineCall delta */
            delta?: (Uint8Array|null);

            /** GroupSumRefineCall note */
            note?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GroupSumRefineCall. */
        type $Shape = coscore.GroupSumRefineCall.$Properties;
    }

    /**
     * Properties of a GroupSumRefineReply.
     * @deprecated Use coscore.GroupSumRefineReply.$Properties instead.
     */
    interface IGroupSumRefineReply extends coscore.GroupSumRefineReply.$Properties {
    }

    /** Represents a GroupSumRefineReply. */
    class GroupSumRefineReply {

        /**
         * Constructs a new GroupSumRefineReply.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.GroupSumRefineReply.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GroupSumRefineReply index. */
        index: number;

        /** GroupSumRefineReply part. */
        part: number;

        /** GroupSumRefineReply reply. */
        reply: Uint8Array;

        /** GroupSumRefineReply positions. */
        positions: Uint8Array;

        /** GroupSumRefineReply ends. */
        ends: Uint8Array;

        /** GroupSumRefineReply sums. */
        sums: Uint8Array;

        /**
         * Creates a new GroupSumRefineReply instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GroupSumRefineReply instance
         */
        static create(properties: coscore.GroupSumRefineReply.$Shape): coscore.GroupSumRefineReply & coscore.GroupSumRefineReply.$Shape;
        static create(properties?: coscore.GroupSumRefineReply.$Properties): coscore.GroupSumRefineReply;

        /**
         * Encodes the specified GroupSumRefineReply message. Does not implicitly {@link coscore.GroupSumRefineReply.verify|verify} messages.
         * @param message GroupSumRefineReply message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.GroupSumRefineReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GroupSumRefineReply message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.GroupSumRefineReply & coscore.GroupSumRefineReply.$Shape} GroupSumRefineReply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.GroupSumRefineReply & coscore.GroupSumRefineReply.$Shape;

        /**
         * Gets the type url for GroupSumRefineReply
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace GroupSumRefineReply {

        /** Properties of a GroupSumRefineReply. */
        interface $Properties {

            /** GroupSumRefineReply index */
            index?: (number|null);

            /** GroupSumRefineReply part */
            part?: (number|null);

            /** GroupSumRefineReply reply */
            reply?: (Uint8Array|null);

            /** GroupSumRefineReply positions */
            positions?: (Uint8Array|null);

            /** GroupSumRefineReply ends */
            ends?: (Uint8Array|null);

            /** GroupSumRefineReply sums */
            sums?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GroupSumRefineReply. */
        type $Shape = coscore.GroupSumRefineReply.$Properties;
    }

    /**
     * Properties of a GroupSumRefineBlindKey.
     * @deprecated Use coscore.GroupSumRefineBlindKey.$Properties instead.
     */
    interface IGroupSumRefineBlindKey extends coscore.GroupSumRefineBlindKey.$Properties {
    }

    /** Represents a GroupSumRefineBlindKey. */
    class GroupSumRefineBlindKey {

        /**
         * Constructs a new GroupSumRefineBlindKey.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.GroupSumRefineBlindKey.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GroupSumRefineBlindKey session. */
        session: string;

        /** GroupSumRefineBlindKey scheme. */
        scheme: string;

        /** GroupSumRefineBlindKey bits. */
        bits: number;

        /** GroupSumRefineBlindKey n. */
        n: Uint8Array;

        /** GroupSumRefineBlindKey g. */
        g: Uint8Array;

        /** GroupSumRefineBlindKey h. */
        h: Uint8Array;

        /** GroupSumRefineBlindKey rows. */
        rows: number;

        /** GroupSumRefineBlindKey bins. */
        bins: Uint8Array;

        /** GroupSumRefineBlindKey gBits. */
        gBits: number;

        /** GroupSumRefineBlindKey hBits. */
        hBits: number;

        /**
         * Creates a new GroupSumRefineBlindKey instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GroupSumRefineBlindKey instance
         */
        static create(properties: coscore.GroupSumRefineBlindKey.$Shape): coscore.GroupSumRefineBlindKey & coscore.GroupSumRefineBlindKey.$Shape;
        static create(properties?: coscore.GroupSumRefineBlindKey.$Properties): coscore.GroupSumRefineBlindKey;

        /**
         * Encodes the specified GroupSumRefineBlindKey message. Does not implicitly {@link coscore.GroupSumRefineBlindKey.verify|verify} messages.
         * @param message GroupSumRefineBlindKey message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.GroupSumRefineBlindKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GroupSumRefineBlindKey message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.GroupSumRefineBlindKey & coscore.GroupSumRefineBlindKey.$Shape} GroupSumRefineBlindKey
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.GroupSumRefineBlindKey & coscore.GroupSumRefineBlindKey.$Shape;

        /**
         * Gets the type url for GroupSumRefineBlindKey
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace GroupSumRefineBlindKey {

        /** Properties of a GroupSumRefineBlindKey. */
        interface $Properties {

            /** GroupSumRefineBlindKey session */
            session?: (string|null);

            /** GroupSumRefineBlindKey scheme */
            scheme?: (string|null);

            /** GroupSumRefineBlindKey bits */
            bits?: (number|null);

            /** GroupSumRefineBlindKey n */
            n?: (Uint8Array|null);

            /** GroupSumRefineBlindKey g */
            g?: (Uint8Array|null);

            /** GroupSumRefineBlindKey h */
            h?: (Uint8Array|null);

            /** GroupSumRefineBlindKey rows */
            rows?: (number|null);

            /** GroupSumRefineBlindKey bins */
            bins?: (Uint8Array|null);

            /** GroupSumRefineBlindKey gBits */
            gBits?: (number|null);

            /** GroupSumRefineBlindKey hBits */
            hBits?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GroupSumRefineBlindKey. */
        type $Shape = coscore.GroupSumRefineBlindKey.$Properties;
    }

    /**
     * Properties of a GroupSumRefineBlindTurn.
     * @deprecated Use coscore.GroupSumRefineBlindTurn.$Properties instead.
     */
    interface IGroupSumRefineBlindTurn extends coscore.GroupSumRefineBlindTurn.$Properties {
    }

    /** Represents a GroupSumRefineBlindTurn. */
    class GroupSumRefineBlindTurn {

        /**
         * Constructs a new GroupSumRefineBlindTurn.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.GroupSumRefineBlindTurn.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GroupSumRefineBlindTurn index. */
        index: number;

        /** GroupSumRefineBlindTurn what. */
        what: string;

        /** GroupSumRefineBlindTurn note. */
        note: Uint8Array;

        /** GroupSumRefineBlindTurn wanted. */
        wanted: Uint8Array;

        /** GroupSumRefineBlindTurn active. */
        active: Uint8Array;

        /**
         * Creates a new GroupSumRefineBlindTurn instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GroupSumRefineBlindTurn instance
         */
        static create(properties: coscore.GroupSumRefineBlindTurn.$Shape): coscore.GroupSumRefineBlindTurn & coscore.GroupSumRefineBlindTurn.$Shape;
        static create(properties?: coscore.GroupSumRefineBlindTurn.$Properties): coscore.GroupSumRefineBlindTurn;

        /**
         * Encodes the specified GroupSumRefineBlindTurn message. Does not implicitly {@link coscore.GroupSumRefineBlindTurn.verify|verify} messages.
         * @param message GroupSumRefineBlindTurn message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.GroupSumRefineBlindTurn.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GroupSumRefineBlindTurn message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.GroupSumRefineBlindTurn & coscore.GroupSumRefineBlindTurn.$Shape} GroupSumRefineBlindTurn
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.GroupSumRefineBlindTurn & coscore.GroupSumRefineBlindTurn.$Shape;

        /**
         * Gets the type url for GroupSumRefineBlindTurn
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace GroupSumRefineBlindTurn {

        /** Properties of a GroupSumRefineBlindTurn. */
        interface $Properties {

            /** GroupSumRefineBlindTurn index */
            index?: (number|null);

            /** GroupSumRefineBlindTurn what */
            what?: (string|null);

            /** GroupSumRefineBlindTurn note */
            note?: (Uint8Array|null);

            /** GroupSumRefineBlindTurn wanted */
            wanted?: (Uint8Array|null);

            /** GroupSumRefineBlindTurn active */
            active?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GroupSumRefineBlindTurn. */
        type $Shape = coscore.GroupSumRefineBlindTurn.$Properties;
    }

    /**
     * Properties of a GroupSumRefineBlindAnswer.
     * @deprecated Use coscore.GroupSumRefineBlindAnswer.$Properties instead.
     */
    interface IGroupSumRefineBlindAnswer extends coscore.GroupSumRefineBlindAnswer.$Properties {
    }

    /** Represents a GroupSumRefineBlindAnswer. */
    class GroupSumRefineBlindAnswer {

        /**
         * Constructs a new GroupSumRefineBlindAnswer.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.GroupSumRefineBlindAnswer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GroupSumRefineBlindAnswer index. */
        index: number;

        /** GroupSumRefineBlindAnswer reply. */
        reply: Uint8Array;

        /** GroupSumRefineBlindAnswer counts. */
        counts: Uint8Array;

        /** GroupSumRefineBlindAnswer ends. */
        ends: Uint8Array;

        /** GroupSumRefineBlindAnswer ciphertexts. */
        ciphertexts: Uint8Array;

        /**
         * Creates a new GroupSumRefineBlindAnswer instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GroupSumRefineBlindAnswer instance
         */
        static create(properties: coscore.GroupSumRefineBlindAnswer.$Shape): coscore.GroupSumRefineBlindAnswer & coscore.GroupSumRefineBlindAnswer.$Shape;
        static create(properties?: coscore.GroupSumRefineBlindAnswer.$Properties): coscore.GroupSumRefineBlindAnswer;

        /**
         * Encodes the specified GroupSumRefineBlindAnswer message. Does not implicitly {@link coscore.GroupSumRefineBlindAnswer.verify|verify} messages.
         * @param message GroupSumRefineBlindAnswer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.GroupSumRefineBlindAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GroupSumRefineBlindAnswer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.GroupSumRefineBlindAnswer & coscore.GroupSumRefineBlindAnswer.$Shape} GroupSumRefineBlindAnswer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.GroupSumRefineBlindAnswer & coscore.GroupSumRefineBlindAnswer.$Shape;

        /**
         * Gets the type url for GroupSumRefineBlindAnswer
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace GroupSumRefineBlindAnswer {

        /** Properties of a GroupSumRefineBlindAnswer. */
        interface $Properties {

            /** GroupSumRefineBlindAnswer index */
            index?: (number|null);

            /** GroupSumRefineBlindAnswer reply */
            reply?: (Uint8Array|null);

            /** GroupSumRefineBlindAnswer counts */
            counts?: (Uint8Array|null);

            /** GroupSumRefineBlindAnswer ends */
            ends?: (Uint8Array|null);

            /** GroupSumRefineBlindAnswer ciphertexts */
            ciphertexts?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GroupSumRefineBlindAnswer. */
        type $Shape = coscore.GroupSumRefineBlindAnswer.$Properties;
    }

    /**
     * Properties of a HelperCall.
     * @deprecated Use coscore.HelperCall.$Properties instead.
     */
    interface IHelperCall extends coscore.HelperCall.$Properties {
    }

    /** Represents a HelperCall. */
    class HelperCall {

        /**
         * Constructs a new HelperCall.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.HelperCall.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** HelperCall done. */
        done: boolean;

        /** HelperCall protocol. */
        protocol: string;

        /** HelperCall instance. */
        instance: string;

        /** HelperCall parties. */
        parties: string[];

        /** HelperCall params. */
        params: coscore.HelperParam.$Properties[];

        /**
         * Creates a new HelperCall instance using the specified properties.
         * @param [properties] Properties to set
         * @returns HelperCall instance
         */
        static create(properties: coscore.HelperCall.$Shape): coscore.HelperCall & coscore.HelperCall.$Shape;
        static create(properties?: coscore.HelperCall.$Properties): coscore.HelperCall;

        /**
         * Encodes the specified HelperCall message. Does not implicitly {@link coscore.HelperCall.verify|verify} messages.
         * @param message HelperCall message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.HelperCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a HelperCall message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.HelperCall & coscore.HelperCall.$Shape} HelperCall
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.HelperCall & coscore.HelperCall.$Shape;

        /**
         * Gets the type url for HelperCall
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace HelperCall {

        /** Properties of a HelperCall. */
        interface $Properties {

            /** HelperCall done */
            done?: (boolean|null);

            /** HelperCall protocol */
            protocol?: (string|null);

            /** HelperCall instance */
            instance?: (string|null);

            /** HelperCall parties */
            parties?: (string[]|null);

            /** HelperCall params */
            params?: (coscore.HelperParam.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a HelperCall. */
        type $Shape = coscore.HelperCall.$Properties;
    }

    /**
     * Properties of a HelperParam.
     * @deprecated Use coscore.HelperParam.$Properties instead.
     */
    interface IHelperParam extends coscore.HelperParam.$Properties {
    }

    /** Represents a HelperParam. */
    class HelperParam {

        /**
         * Constructs a new HelperParam.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.HelperParam.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** HelperParam name. */
        name: string;

        /** HelperParam values. */
        values: number[];

        /**
         * Creates a new HelperParam instance using the specified properties.
         * @param [properties] Properties to set
         * @returns HelperParam instance
         */
        static create(properties: coscore.HelperParam.$Shape): coscore.HelperParam & coscore.HelperParam.$Shape;
        static create(properties?: coscore.HelperParam.$Properties): coscore.HelperParam;

        /**
         * Encodes the specified HelperParam message. Does not implicitly {@link coscore.HelperParam.verify|verify} messages.
         * @param message HelperParam message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.HelperParam.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a HelperParam message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.HelperParam & coscore.HelperParam.$Shape} HelperParam
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.HelperParam & coscore.HelperParam.$Shape;

        /**
         * Gets the type url for HelperParam
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace HelperParam {

        /** Properties of a HelperParam. */
        interface $Properties {

            /** HelperParam name */
            name?: (string|null);

            /** HelperParam values */
            values?: (number[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a HelperParam. */
        type $Shape = coscore.HelperParam.$Properties;
    }

    /**
     * Properties of a HelperGrant.
     * @deprecated Use coscore.HelperGrant.$Properties instead.
     */
    interface IHelperGrant extends coscore.HelperGrant.$Properties {
    }

    /** Represents a HelperGrant. */
    class HelperGrant {

        /**
         * Constructs a new HelperGrant.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.HelperGrant.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** HelperGrant session. */
        session: string;

        /** HelperGrant matched. */
        matched: boolean;

        /** HelperGrant seed. */
        seed: Uint8Array;

        /**
         * Creates a new HelperGrant instance using the specified properties.
         * @param [properties] Properties to set
         * @returns HelperGrant instance
         */
        static create(properties: coscore.HelperGrant.$Shape): coscore.HelperGrant & coscore.HelperGrant.$Shape;
        static create(properties?: coscore.HelperGrant.$Properties): coscore.HelperGrant;

        /**
         * Encodes the specified HelperGrant message. Does not implicitly {@link coscore.HelperGrant.verify|verify} messages.
         * @param message HelperGrant message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.HelperGrant.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a HelperGrant message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.HelperGrant & coscore.HelperGrant.$Shape} HelperGrant
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.HelperGrant & coscore.HelperGrant.$Shape;

        /**
         * Gets the type url for HelperGrant
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace HelperGrant {

        /** Properties of a HelperGrant. */
        interface $Properties {

            /** HelperGrant session */
            session?: (string|null);

            /** HelperGrant matched */
            matched?: (boolean|null);

            /** HelperGrant seed */
            seed?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a HelperGrant. */
        type $Shape = coscore.HelperGrant.$Properties;
    }

    /**
     * Properties of a HelperDealt.
     * @deprecated Use coscore.HelperDealt.$Properties instead.
     */
    interface IHelperDealt extends coscore.HelperDealt.$Properties {
    }

    /** Represents a HelperDealt. */
    class HelperDealt {

        /**
         * Constructs a new HelperDealt.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.HelperDealt.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** HelperDealt index. */
        index: number;

        /** HelperDealt residues. */
        residues: Uint8Array;

        /** HelperDealt end. */
        end: boolean;

        /**
         * Creates a new HelperDealt instance using the specified properties.
         * @param [properties] Properties to set
         * @returns HelperDealt instance
         */
        static create(properties: coscore.HelperDealt.$Shape): coscore.HelperDealt & coscore.HelperDealt.$Shape;
        static create(properties?: coscore.HelperDealt.$Properties): coscore.HelperDealt;

        /**
         * Encodes the specified HelperDealt message. Does not implicitly {@link coscore.HelperDealt.verify|verify} messages.
         * @param message HelperDealt message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.HelperDealt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a HelperDealt message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.HelperDealt & coscore.HelperDealt.$Shape} HelperDealt
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.HelperDealt & coscore.HelperDealt.$Shape;

        /**
         * Gets the type url for HelperDealt
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace HelperDealt {

        /** Properties of a HelperDealt. */
        interface $Properties {

            /** HelperDealt index */
            index?: (number|null);

            /** HelperDealt residues */
            residues?: (Uint8Array|null);

            /** HelperDealt end */
            end?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a HelperDealt. */
        type $Shape = coscore.HelperDealt.$Properties;
    }

    /**
     * Properties of a JobSplit.
     * @deprecated Use coscore.JobSplit.$Properties instead.
     */
    interface IJobSplit extends coscore.JobSplit.$Properties {
    }

    /** Represents a JobSplit. */
    class JobSplit {

        /**
         * Constructs a new JobSplit.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobSplit.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobSplit rows. */
        rows: number;

        /** JobSplit train. */
        train: Uint8Array;

        /**
         * Creates a new JobSplit instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobSplit instance
         */
        static create(properties: coscore.JobSplit.$Shape): coscore.JobSplit & coscore.JobSplit.$Shape;
        static create(properties?: coscore.JobSplit.$Properties): coscore.JobSplit;

        /**
         * Encodes the specified JobSplit message. Does not implicitly {@link coscore.JobSplit.verify|verify} messages.
         * @param message JobSplit message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobSplit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobSplit message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobSplit & coscore.JobSplit.$Shape} JobSplit
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobSplit & coscore.JobSplit.$Shape;

        /**
         * Gets the type url for JobSplit
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobSplit {

        /** Properties of a JobSplit. */
        interface $Properties {

            /** JobSplit rows */
            rows?: (number|null);

            /** JobSplit train */
            train?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobSplit. */
        type $Shape = coscore.JobSplit.$Properties;
    }

    /**
     * Properties of a JobOffering.
     * @deprecated Use coscore.JobOffering.$Properties instead.
     */
    interface IJobOffering extends coscore.JobOffering.$Properties {
    }

    /** Represents a JobOffering. */
    class JobOffering {

        /**
         * Constructs a new JobOffering.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobOffering.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobOffering features. */
        features: coscore.JobOfferedFeature.$Properties[];

        /** JobOffering dropped. */
        dropped: coscore.JobDroppedFeature.$Properties[];

        /**
         * Creates a new JobOffering instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobOffering instance
         */
        static create(properties: coscore.JobOffering.$Shape): coscore.JobOffering & coscore.JobOffering.$Shape;
        static create(properties?: coscore.JobOffering.$Properties): coscore.JobOffering;

        /**
         * Encodes the specified JobOffering message. Does not implicitly {@link coscore.JobOffering.verify|verify} messages.
         * @param message JobOffering message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobOffering.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobOffering message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobOffering & coscore.JobOffering.$Shape} JobOffering
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobOffering & coscore.JobOffering.$Shape;

        /**
         * Gets the type url for JobOffering
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobOffering {

        /** Properties of a JobOffering. */
        interface $Properties {

            /** JobOffering features */
            features?: (coscore.JobOfferedFeature.$Properties[]|null);

            /** JobOffering dropped */
            dropped?: (coscore.JobDroppedFeature.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobOffering. */
        type $Shape = coscore.JobOffering.$Properties;
    }

    /**
     * Properties of a JobOfferedFeature.
     * @deprecated Use coscore.JobOfferedFeature.$Properties instead.
     */
    interface IJobOfferedFeature extends coscore.JobOfferedFeature.$Properties {
    }

    /** Represents a JobOfferedFeature. */
    class JobOfferedFeature {

        /**
         * Constructs a new JobOfferedFeature.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobOfferedFeature.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobOfferedFeature name. */
        name: string;

        /** JobOfferedFeature ordered. */
        ordered: boolean;

        /** JobOfferedFeature bins. */
        bins: number;

        /** JobOfferedFeature missingBinPlusOne. */
        missingBinPlusOne: number;

        /**
         * Creates a new JobOfferedFeature instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobOfferedFeature instance
         */
        static create(properties: coscore.JobOfferedFeature.$Shape): coscore.JobOfferedFeature & coscore.JobOfferedFeature.$Shape;
        static create(properties?: coscore.JobOfferedFeature.$Properties): coscore.JobOfferedFeature;

        /**
         * Encodes the specified JobOfferedFeature message. Does not implicitly {@link coscore.JobOfferedFeature.verify|verify} messages.
         * @param message JobOfferedFeature message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobOfferedFeature.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobOfferedFeature message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobOfferedFeature & coscore.JobOfferedFeature.$Shape} JobOfferedFeature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobOfferedFeature & coscore.JobOfferedFeature.$Shape;

        /**
         * Gets the type url for JobOfferedFeature
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobOfferedFeature {

        /** Properties of a JobOfferedFeature. */
        interface $Properties {

            /** JobOfferedFeature name */
            name?: (string|null);

            /** JobOfferedFeature ordered */
            ordered?: (boolean|null);

            /** JobOfferedFeature bins */
            bins?: (number|null);

            /** JobOfferedFeature missingBinPlusOne */
            missingBinPlusOne?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobOfferedFeature. */
        type $Shape = coscore.JobOfferedFeature.$Properties;
    }

    /**
     * Properties of a JobDroppedFeature.
     * @deprecated Use coscore.JobDroppedFeature.$Properties instead.
     */
    interface IJobDroppedFeature extends coscore.JobDroppedFeature.$Properties {
    }

    /** Represents a JobDroppedFeature. */
    class JobDroppedFeature {

        /**
         * Constructs a new JobDroppedFeature.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobDroppedFeature.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobDroppedFeature name. */
        name: string;

        /** JobDroppedFeature reason. */
        reason: string;

        /**
         * Creates a new JobDroppedFeature instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobDroppedFeature instance
         */
        static create(properties: coscore.JobDroppedFeature.$Shape): coscore.JobDroppedFeature & coscore.JobDroppedFeature.$Shape;
        static create(properties?: coscore.JobDroppedFeature.$Properties): coscore.JobDroppedFeature;

        /**
         * Encodes the specified JobDroppedFeature message. Does not implicitly {@link coscore.JobDroppedFeature.verify|verify} messages.
         * @param message JobDroppedFeature message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobDroppedFeature.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobDroppedFeature message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobDroppedFeature & coscore.JobDroppedFeature.$Shape} JobDroppedFeature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobDroppedFeature & coscore.JobDroppedFeature.$Shape;

        /**
         * Gets the type url for JobDroppedFeature
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobDroppedFeature {

        /** Properties of a JobDroppedFeature. */
        interface $Properties {

            /** JobDroppedFeature name */
            name?: (string|null);

            /** JobDroppedFeature reason */
            reason?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobDroppedFeature. */
        type $Shape = coscore.JobDroppedFeature.$Properties;
    }

    /**
     * Properties of a JobBinDecisions.
     * @deprecated Use coscore.JobBinDecisions.$Properties instead.
     */
    interface IJobBinDecisions extends coscore.JobBinDecisions.$Properties {
    }

    /** Represents a JobBinDecisions. */
    class JobBinDecisions {

        /**
         * Constructs a new JobBinDecisions.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobBinDecisions.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobBinDecisions features. */
        features: coscore.JobBinDecision.$Properties[];

        /**
         * Creates a new JobBinDecisions instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobBinDecisions instance
         */
        static create(properties: coscore.JobBinDecisions.$Shape): coscore.JobBinDecisions & coscore.JobBinDecisions.$Shape;
        static create(properties?: coscore.JobBinDecisions.$Properties): coscore.JobBinDecisions;

        /**
         * Encodes the specified JobBinDecisions message. Does not implicitly {@link coscore.JobBinDecisions.verify|verify} messages.
         * @param message JobBinDecisions message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobBinDecisions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobBinDecisions message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobBinDecisions & coscore.JobBinDecisions.$Shape} JobBinDecisions
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobBinDecisions & coscore.JobBinDecisions.$Shape;

        /**
         * Gets the type url for JobBinDecisions
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobBinDecisions {

        /** Properties of a JobBinDecisions. */
        interface $Properties {

            /** JobBinDecisions features */
            features?: (coscore.JobBinDecision.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobBinDecisions. */
        type $Shape = coscore.JobBinDecisions.$Properties;
    }

    /**
     * Properties of a JobBinDecision.
     * @deprecated Use coscore.JobBinDecision.$Properties instead.
     */
    interface IJobBinDecision extends coscore.JobBinDecision.$Properties {
    }

    /** Represents a JobBinDecision. */
    class JobBinDecision {

        /**
         * Constructs a new JobBinDecision.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobBinDecision.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobBinDecision name. */
        name: string;

        /** JobBinDecision map. */
        map: Uint8Array;

        /** JobBinDecision woe. */
        woe: Uint8Array;

        /** JobBinDecision iv. */
        iv?: (number|null);

        /**
         * Creates a new JobBinDecision instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobBinDecision instance
         */
        static create(properties: coscore.JobBinDecision.$Shape): coscore.JobBinDecision & coscore.JobBinDecision.$Shape;
        static create(properties?: coscore.JobBinDecision.$Properties): coscore.JobBinDecision;

        /**
         * Encodes the specified JobBinDecision message. Does not implicitly {@link coscore.JobBinDecision.verify|verify} messages.
         * @param message JobBinDecision message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobBinDecision.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobBinDecision message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobBinDecision & coscore.JobBinDecision.$Shape} JobBinDecision
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobBinDecision & coscore.JobBinDecision.$Shape;

        /**
         * Gets the type url for JobBinDecision
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobBinDecision {

        /** Properties of a JobBinDecision. */
        interface $Properties {

            /** JobBinDecision name */
            name?: (string|null);

            /** JobBinDecision map */
            map?: (Uint8Array|null);

            /** JobBinDecision woe */
            woe?: (Uint8Array|null);

            /** JobBinDecision iv */
            iv?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobBinDecision. */
        type $Shape = coscore.JobBinDecision.$Properties;
    }

    /**
     * Properties of a JobSelection.
     * @deprecated Use coscore.JobSelection.$Properties instead.
     */
    interface IJobSelection extends coscore.JobSelection.$Properties {
    }

    /** Represents a JobSelection. */
    class JobSelection {

        /**
         * Constructs a new JobSelection.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobSelection.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobSelection names. */
        names: string[];

        /** JobSelection parties. */
        parties: coscore.JobPartyColumns.$Properties[];

        /** JobSelection logitBound. */
        logitBound: number;

        /**
         * Creates a new JobSelection instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobSelection instance
         */
        static create(properties: coscore.JobSelection.$Shape): coscore.JobSelection & coscore.JobSelection.$Shape;
        static create(properties?: coscore.JobSelection.$Properties): coscore.JobSelection;

        /**
         * Encodes the specified JobSelection message. Does not implicitly {@link coscore.JobSelection.verify|verify} messages.
         * @param message JobSelection message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobSelection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobSelection message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobSelection & coscore.JobSelection.$Shape} JobSelection
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobSelection & coscore.JobSelection.$Shape;

        /**
         * Gets the type url for JobSelection
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobSelection {

        /** Properties of a JobSelection. */
        interface $Properties {

            /** JobSelection names */
            names?: (string[]|null);

            /** JobSelection parties */
            parties?: (coscore.JobPartyColumns.$Properties[]|null);

            /** JobSelection logitBound */
            logitBound?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobSelection. */
        type $Shape = coscore.JobSelection.$Properties;
    }

    /**
     * Properties of a JobPartyColumns.
     * @deprecated Use coscore.JobPartyColumns.$Properties instead.
     */
    interface IJobPartyColumns extends coscore.JobPartyColumns.$Properties {
    }

    /** Represents a JobPartyColumns. */
    class JobPartyColumns {

        /**
         * Constructs a new JobPartyColumns.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobPartyColumns.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobPartyColumns party. */
        party: string;

        /** JobPartyColumns columns. */
        columns: number;

        /**
         * Creates a new JobPartyColumns instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobPartyColumns instance
         */
        static create(properties: coscore.JobPartyColumns.$Shape): coscore.JobPartyColumns & coscore.JobPartyColumns.$Shape;
        static create(properties?: coscore.JobPartyColumns.$Properties): coscore.JobPartyColumns;

        /**
         * Encodes the specified JobPartyColumns message. Does not implicitly {@link coscore.JobPartyColumns.verify|verify} messages.
         * @param message JobPartyColumns message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobPartyColumns.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobPartyColumns message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobPartyColumns & coscore.JobPartyColumns.$Shape} JobPartyColumns
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobPartyColumns & coscore.JobPartyColumns.$Shape;

        /**
         * Gets the type url for JobPartyColumns
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobPartyColumns {

        /** Properties of a JobPartyColumns. */
        interface $Properties {

            /** JobPartyColumns party */
            party?: (string|null);

            /** JobPartyColumns columns */
            columns?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobPartyColumns. */
        type $Shape = coscore.JobPartyColumns.$Properties;
    }

    /**
     * Properties of a JobCorrelation.
     * @deprecated Use coscore.JobCorrelation.$Properties instead.
     */
    interface IJobCorrelation extends coscore.JobCorrelation.$Properties {
    }

    /** Represents a JobCorrelation. */
    class JobCorrelation {

        /**
         * Constructs a new JobCorrelation.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobCorrelation.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobCorrelation values. */
        values: Uint8Array;

        /**
         * Creates a new JobCorrelation instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobCorrelation instance
         */
        static create(properties: coscore.JobCorrelation.$Shape): coscore.JobCorrelation & coscore.JobCorrelation.$Shape;
        static create(properties?: coscore.JobCorrelation.$Properties): coscore.JobCorrelation;

        /**
         * Encodes the specified JobCorrelation message. Does not implicitly {@link coscore.JobCorrelation.verify|verify} messages.
         * @param message JobCorrelation message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobCorrelation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobCorrelation message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobCorrelation & coscore.JobCorrelation.$Shape} JobCorrelation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobCorrelation & coscore.JobCorrelation.$Shape;

        /**
         * Gets the type url for JobCorrelation
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobCorrelation {

        /** Properties of a JobCorrelation. */
        interface $Properties {

            /** JobCorrelation values */
            values?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobCorrelation. */
        type $Shape = coscore.JobCorrelation.$Properties;
    }

    /**
     * Properties of a JobLogitShare.
     * @deprecated Use coscore.JobLogitShare.$Properties instead.
     */
    interface IJobLogitShare extends coscore.JobLogitShare.$Properties {
    }

    /** Represents a JobLogitShare. */
    class JobLogitShare {

        /**
         * Constructs a new JobLogitShare.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobLogitShare.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobLogitShare iteration. */
        iteration: number;

        /** JobLogitShare values. */
        values: Uint8Array;

        /**
         * Creates a new JobLogitShare instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobLogitShare instance
         */
        static create(properties: coscore.JobLogitShare.$Shape): coscore.JobLogitShare & coscore.JobLogitShare.$Shape;
        static create(properties?: coscore.JobLogitShare.$Properties): coscore.JobLogitShare;

        /**
         * Encodes the specified JobLogitShare message. Does not implicitly {@link coscore.JobLogitShare.verify|verify} messages.
         * @param message JobLogitShare message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobLogitShare.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobLogitShare message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobLogitShare & coscore.JobLogitShare.$Shape} JobLogitShare
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobLogitShare & coscore.JobLogitShare.$Shape;

        /**
         * Gets the type url for JobLogitShare
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobLogitShare {

        /** Properties of a JobLogitShare. */
        interface $Properties {

            /** JobLogitShare iteration */
            iteration?: (number|null);

            /** JobLogitShare values */
            values?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobLogitShare. */
        type $Shape = coscore.JobLogitShare.$Properties;
    }

    /**
     * Properties of a JobSeed.
     * @deprecated Use coscore.JobSeed.$Properties instead.
     */
    interface IJobSeed extends coscore.JobSeed.$Properties {
    }

    /** Represents a JobSeed. */
    class JobSeed {

        /**
         * Constructs a new JobSeed.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobSeed.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobSeed seed. */
        seed: Uint8Array;

        /**
         * Creates a new JobSeed instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobSeed instance
         */
        static create(properties: coscore.JobSeed.$Shape): coscore.JobSeed & coscore.JobSeed.$Shape;
        static create(properties?: coscore.JobSeed.$Properties): coscore.JobSeed;

        /**
         * Encodes the specified JobSeed message. Does not implicitly {@link coscore.JobSeed.verify|verify} messages.
         * @param message JobSeed message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobSeed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobSeed message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobSeed & coscore.JobSeed.$Shape} JobSeed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobSeed & coscore.JobSeed.$Shape;

        /**
         * Gets the type url for JobSeed
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobSeed {

        /** Properties of a JobSeed. */
        interface $Properties {

            /** JobSeed seed */
            seed?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobSeed. */
        type $Shape = coscore.JobSeed.$Properties;
    }

    /**
     * Properties of a JobShares.
     * @deprecated Use coscore.JobShares.$Properties instead.
     */
    interface IJobShares extends coscore.JobShares.$Properties {
    }

    /** Represents a JobShares. */
    class JobShares {

        /**
         * Constructs a new JobShares.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobShares.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobShares values. */
        values: Uint8Array;

        /**
         * Creates a new JobShares instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobShares instance
         */
        static create(properties: coscore.JobShares.$Shape): coscore.JobShares & coscore.JobShares.$Shape;
        static create(properties?: coscore.JobShares.$Properties): coscore.JobShares;

        /**
         * Encodes the specified JobShares message. Does not implicitly {@link coscore.JobShares.verify|verify} messages.
         * @param message JobShares message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobShares.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobShares message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobShares & coscore.JobShares.$Shape} JobShares
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobShares & coscore.JobShares.$Shape;

        /**
         * Gets the type url for JobShares
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobShares {

        /** Properties of a JobShares. */
        interface $Properties {

            /** JobShares values */
            values?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobShares. */
        type $Shape = coscore.JobShares.$Properties;
    }

    /**
     * Properties of a JobContribution.
     * @deprecated Use coscore.JobContribution.$Properties instead.
     */
    interface IJobContribution extends coscore.JobContribution.$Properties {
    }

    /** Represents a JobContribution. */
    class JobContribution {

        /**
         * Constructs a new JobContribution.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobContribution.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobContribution values. */
        values: Uint8Array;

        /**
         * Creates a new JobContribution instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobContribution instance
         */
        static create(properties: coscore.JobContribution.$Shape): coscore.JobContribution & coscore.JobContribution.$Shape;
        static create(properties?: coscore.JobContribution.$Properties): coscore.JobContribution;

        /**
         * Encodes the specified JobContribution message. Does not implicitly {@link coscore.JobContribution.verify|verify} messages.
         * @param message JobContribution message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobContribution.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobContribution message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobContribution & coscore.JobContribution.$Shape} JobContribution
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobContribution & coscore.JobContribution.$Shape;

        /**
         * Gets the type url for JobContribution
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobContribution {

        /** Properties of a JobContribution. */
        interface $Properties {

            /** JobContribution values */
            values?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobContribution. */
        type $Shape = coscore.JobContribution.$Properties;
    }

    /**
     * Properties of a JobScaling.
     * @deprecated Use coscore.JobScaling.$Properties instead.
     */
    interface IJobScaling extends coscore.JobScaling.$Properties {
    }

    /** Represents a JobScaling. */
    class JobScaling {

        /**
         * Constructs a new JobScaling.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobScaling.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobScaling slope. */
        slope: number;

        /** JobScaling intercept. */
        intercept: number;

        /** JobScaling features. */
        features: number;

        /**
         * Creates a new JobScaling instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobScaling instance
         */
        static create(properties: coscore.JobScaling.$Shape): coscore.JobScaling & coscore.JobScaling.$Shape;
        static create(properties?: coscore.JobScaling.$Properties): coscore.JobScaling;

        /**
         * Encodes the specified JobScaling message. Does not implicitly {@link coscore.JobScaling.verify|verify} messages.
         * @param message JobScaling message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobScaling.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobScaling message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobScaling & coscore.JobScaling.$Shape} JobScaling
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobScaling & coscore.JobScaling.$Shape;

        /**
         * Gets the type url for JobScaling
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobScaling {

        /** Properties of a JobScaling. */
        interface $Properties {

            /** JobScaling slope */
            slope?: (number|null);

            /** JobScaling intercept */
            intercept?: (number|null);

            /** JobScaling features */
            features?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobScaling. */
        type $Shape = coscore.JobScaling.$Properties;
    }

    /**
     * Properties of a JobShard.
     * @deprecated Use coscore.JobShard.$Properties instead.
     */
    interface IJobShard extends coscore.JobShard.$Properties {
    }

    /** Represents a JobShard. */
    class JobShard {

        /**
         * Constructs a new JobShard.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobShard.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobShard digest. */
        digest: Uint8Array;

        /** JobShard features. */
        features: coscore.JobFeaturePoints.$Properties[];

        /**
         * Creates a new JobShard instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobShard instance
         */
        static create(properties: coscore.JobShard.$Shape): coscore.JobShard & coscore.JobShard.$Shape;
        static create(properties?: coscore.JobShard.$Properties): coscore.JobShard;

        /**
         * Encodes the specified JobShard message. Does not implicitly {@link coscore.JobShard.verify|verify} messages.
         * @param message JobShard message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobShard.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobShard message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobShard & coscore.JobShard.$Shape} JobShard
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobShard & coscore.JobShard.$Shape;

        /**
         * Gets the type url for JobShard
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobShard {

        /** Properties of a JobShard. */
        interface $Properties {

            /** JobShard digest */
            digest?: (Uint8Array|null);

            /** JobShard features */
            features?: (coscore.JobFeaturePoints.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobShard. */
        type $Shape = coscore.JobShard.$Properties;
    }

    /**
     * Properties of a JobFeaturePoints.
     * @deprecated Use coscore.JobFeaturePoints.$Properties instead.
     */
    interface IJobFeaturePoints extends coscore.JobFeaturePoints.$Properties {
    }

    /** Represents a JobFeaturePoints. */
    class JobFeaturePoints {

        /**
         * Constructs a new JobFeaturePoints.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobFeaturePoints.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobFeaturePoints name. */
        name: string;

        /** JobFeaturePoints coefficient. */
        coefficient: number;

        /** JobFeaturePoints points. */
        points: Uint8Array;

        /**
         * Creates a new JobFeaturePoints instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobFeaturePoints instance
         */
        static create(properties: coscore.JobFeaturePoints.$Shape): coscore.JobFeaturePoints & coscore.JobFeaturePoints.$Shape;
        static create(properties?: coscore.JobFeaturePoints.$Properties): coscore.JobFeaturePoints;

        /**
         * Encodes the specified JobFeaturePoints message. Does not implicitly {@link coscore.JobFeaturePoints.verify|verify} messages.
         * @param message JobFeaturePoints message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobFeaturePoints.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobFeaturePoints message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobFeaturePoints & coscore.JobFeaturePoints.$Shape} JobFeaturePoints
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobFeaturePoints & coscore.JobFeaturePoints.$Shape;

        /**
         * Gets the type url for JobFeaturePoints
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobFeaturePoints {

        /** Properties of a JobFeaturePoints. */
        interface $Properties {

            /** JobFeaturePoints name */
            name?: (string|null);

            /** JobFeaturePoints coefficient */
            coefficient?: (number|null);

            /** JobFeaturePoints points */
            points?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobFeaturePoints. */
        type $Shape = coscore.JobFeaturePoints.$Properties;
    }

    /**
     * Properties of a JobAuditHead.
     * @deprecated Use coscore.JobAuditHead.$Properties instead.
     */
    interface IJobAuditHead extends coscore.JobAuditHead.$Properties {
    }

    /** Represents a JobAuditHead. */
    class JobAuditHead {

        /**
         * Constructs a new JobAuditHead.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobAuditHead.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobAuditHead seq. */
        seq: number;

        /** JobAuditHead hash. */
        hash: Uint8Array;

        /**
         * Creates a new JobAuditHead instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobAuditHead instance
         */
        static create(properties: coscore.JobAuditHead.$Shape): coscore.JobAuditHead & coscore.JobAuditHead.$Shape;
        static create(properties?: coscore.JobAuditHead.$Properties): coscore.JobAuditHead;

        /**
         * Encodes the specified JobAuditHead message. Does not implicitly {@link coscore.JobAuditHead.verify|verify} messages.
         * @param message JobAuditHead message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobAuditHead.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobAuditHead message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobAuditHead & coscore.JobAuditHead.$Shape} JobAuditHead
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobAuditHead & coscore.JobAuditHead.$Shape;

        /**
         * Gets the type url for JobAuditHead
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobAuditHead {

        /** Properties of a JobAuditHead. */
        interface $Properties {

            /** JobAuditHead seq */
            seq?: (number|null);

            /** JobAuditHead hash */
            hash?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobAuditHead. */
        type $Shape = coscore.JobAuditHead.$Properties;
    }

    /**
     * Properties of a JobCounterSignature.
     * @deprecated Use coscore.JobCounterSignature.$Properties instead.
     */
    interface IJobCounterSignature extends coscore.JobCounterSignature.$Properties {
    }

    /** Represents a JobCounterSignature. */
    class JobCounterSignature {

        /**
         * Constructs a new JobCounterSignature.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobCounterSignature.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobCounterSignature signature. */
        signature: Uint8Array;

        /**
         * Creates a new JobCounterSignature instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobCounterSignature instance
         */
        static create(properties: coscore.JobCounterSignature.$Shape): coscore.JobCounterSignature & coscore.JobCounterSignature.$Shape;
        static create(properties?: coscore.JobCounterSignature.$Properties): coscore.JobCounterSignature;

        /**
         * Encodes the specified JobCounterSignature message. Does not implicitly {@link coscore.JobCounterSignature.verify|verify} messages.
         * @param message JobCounterSignature message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobCounterSignature.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobCounterSignature message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobCounterSignature & coscore.JobCounterSignature.$Shape} JobCounterSignature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobCounterSignature & coscore.JobCounterSignature.$Shape;

        /**
         * Gets the type url for JobCounterSignature
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobCounterSignature {

        /** Properties of a JobCounterSignature. */
        interface $Properties {

            /** JobCounterSignature signature */
            signature?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobCounterSignature. */
        type $Shape = coscore.JobCounterSignature.$Properties;
    }

    /**
     * Properties of a JobTraffic.
     * @deprecated Use coscore.JobTraffic.$Properties instead.
     */
    interface IJobTraffic extends coscore.JobTraffic.$Properties {
    }

    /** Represents a JobTraffic. */
    class JobTraffic {

        /**
         * Constructs a new JobTraffic.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobTraffic.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobTraffic profile. */
        profile: string;

        /** JobTraffic stages. */
        stages: coscore.JobStageTraffic.$Properties[];

        /** JobTraffic links. */
        links: coscore.JobLinkTraffic.$Properties[];

        /** JobTraffic clippedRows. */
        clippedRows: number;

        /** JobTraffic rows. */
        rows: number;

        /**
         * Creates a new JobTraffic instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobTraffic instance
         */
        static create(properties: coscore.JobTraffic.$Shape): coscore.JobTraffic & coscore.JobTraffic.$Shape;
        static create(properties?: coscore.JobTraffic.$Properties): coscore.JobTraffic;

        /**
         * Encodes the specified JobTraffic message. Does not implicitly {@link coscore.JobTraffic.verify|verify} messages.
         * @param message JobTraffic message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobTraffic.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobTraffic message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobTraffic & coscore.JobTraffic.$Shape} JobTraffic
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobTraffic & coscore.JobTraffic.$Shape;

        /**
         * Gets the type url for JobTraffic
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobTraffic {

        /** Properties of a JobTraffic. */
        interface $Properties {

            /** JobTraffic profile */
            profile?: (string|null);

            /** JobTraffic stages */
            stages?: (coscore.JobStageTraffic.$Properties[]|null);

            /** JobTraffic links */
            links?: (coscore.JobLinkTraffic.$Properties[]|null);

            /** JobTraffic clippedRows */
            clippedRows?: (number|null);

            /** JobTraffic rows */
            rows?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobTraffic. */
        type $Shape = coscore.JobTraffic.$Properties;
    }

    /**
     * Properties of a JobStageTraffic.
     * @deprecated Use coscore.JobStageTraffic.$Properties instead.
     */
    interface IJobStageTraffic extends coscore.JobStageTraffic.$Properties {
    }

    /** Represents a JobStageTraffic. */
    class JobStageTraffic {

        /**
         * Constructs a new JobStageTraffic.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobStageTraffic.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobStageTraffic stage. */
        stage: string;

        /** JobStageTraffic bytesSent. */
        bytesSent: number;

        /** JobStageTraffic bytesFromHelper. */
        bytesFromHelper: number;

        /**
         * Creates a new JobStageTraffic instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobStageTraffic instance
         */
        static create(properties: coscore.JobStageTraffic.$Shape): coscore.JobStageTraffic & coscore.JobStageTraffic.$Shape;
        static create(properties?: coscore.JobStageTraffic.$Properties): coscore.JobStageTraffic;

        /**
         * Encodes the specified JobStageTraffic message. Does not implicitly {@link coscore.JobStageTraffic.verify|verify} messages.
         * @param message JobStageTraffic message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobStageTraffic.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobStageTraffic message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobStageTraffic & coscore.JobStageTraffic.$Shape} JobStageTraffic
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobStageTraffic & coscore.JobStageTraffic.$Shape;

        /**
         * Gets the type url for JobStageTraffic
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobStageTraffic {

        /** Properties of a JobStageTraffic. */
        interface $Properties {

            /** JobStageTraffic stage */
            stage?: (string|null);

            /** JobStageTraffic bytesSent */
            bytesSent?: (number|null);

            /** JobStageTraffic bytesFromHelper */
            bytesFromHelper?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobStageTraffic. */
        type $Shape = coscore.JobStageTraffic.$Properties;
    }

    /**
     * Properties of a JobLinkTraffic.
     * @deprecated Use coscore.JobLinkTraffic.$Properties instead.
     */
    interface IJobLinkTraffic extends coscore.JobLinkTraffic.$Properties {
    }

    /** Represents a JobLinkTraffic. */
    class JobLinkTraffic {

        /**
         * Constructs a new JobLinkTraffic.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobLinkTraffic.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobLinkTraffic peer. */
        peer: string;

        /** JobLinkTraffic bytesSent. */
        bytesSent: number;

        /** JobLinkTraffic messagesSent. */
        messagesSent: number;

        /** JobLinkTraffic bytesReceived. */
        bytesReceived: number;

        /** JobLinkTraffic messagesReceived. */
        messagesReceived: number;

        /**
         * Creates a new JobLinkTraffic instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobLinkTraffic instance
         */
        static create(properties: coscore.JobLinkTraffic.$Shape): coscore.JobLinkTraffic & coscore.JobLinkTraffic.$Shape;
        static create(properties?: coscore.JobLinkTraffic.$Properties): coscore.JobLinkTraffic;

        /**
         * Encodes the specified JobLinkTraffic message. Does not implicitly {@link coscore.JobLinkTraffic.verify|verify} messages.
         * @param message JobLinkTraffic message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobLinkTraffic.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobLinkTraffic message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobLinkTraffic & coscore.JobLinkTraffic.$Shape} JobLinkTraffic
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobLinkTraffic & coscore.JobLinkTraffic.$Shape;

        /**
         * Gets the type url for JobLinkTraffic
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobLinkTraffic {

        /** Properties of a JobLinkTraffic. */
        interface $Properties {

            /** JobLinkTraffic peer */
            peer?: (string|null);

            /** JobLinkTraffic bytesSent */
            bytesSent?: (number|null);

            /** JobLinkTraffic messagesSent */
            messagesSent?: (number|null);

            /** JobLinkTraffic bytesReceived */
            bytesReceived?: (number|null);

            /** JobLinkTraffic messagesReceived */
            messagesReceived?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobLinkTraffic. */
        type $Shape = coscore.JobLinkTraffic.$Properties;
    }

    /**
     * Properties of a JobTerms.
     * @deprecated Use coscore.JobTerms.$Properties instead.
     */
    interface IJobTerms extends coscore.JobTerms.$Properties {
    }

    /** Represents a JobTerms. */
    class JobTerms {

        /**
         * Constructs a new JobTerms.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobTerms.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobTerms digest. */
        digest: Uint8Array;

        /**
         * Creates a new JobTerms instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobTerms instance
         */
        static create(properties: coscore.JobTerms.$Shape): coscore.JobTerms & coscore.JobTerms.$Shape;
        static create(properties?: coscore.JobTerms.$Properties): coscore.JobTerms;

        /**
         * Encodes the specified JobTerms message. Does not implicitly {@link coscore.JobTerms.verify|verify} messages.
         * @param message JobTerms message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobTerms.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobTerms message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobTerms & coscore.JobTerms.$Shape} JobTerms
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobTerms & coscore.JobTerms.$Shape;

        /**
         * Gets the type url for JobTerms
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobTerms {

        /** Properties of a JobTerms. */
        interface $Properties {

            /** JobTerms digest */
            digest?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobTerms. */
        type $Shape = coscore.JobTerms.$Properties;
    }

    /**
     * Properties of a JobResume.
     * @deprecated Use coscore.JobResume.$Properties instead.
     */
    interface IJobResume extends coscore.JobResume.$Properties {
    }

    /** Represents a JobResume. */
    class JobResume {

        /**
         * Constructs a new JobResume.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobResume.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobResume marks. */
        marks: coscore.JobMark.$Properties[];

        /**
         * Creates a new JobResume instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobResume instance
         */
        static create(properties: coscore.JobResume.$Shape): coscore.JobResume & coscore.JobResume.$Shape;
        static create(properties?: coscore.JobResume.$Properties): coscore.JobResume;

        /**
         * Encodes the specified JobResume message. Does not implicitly {@link coscore.JobResume.verify|verify} messages.
         * @param message JobResume message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobResume.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobResume message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobResume & coscore.JobResume.$Shape} JobResume
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobResume & coscore.JobResume.$Shape;

        /**
         * Gets the type url for JobResume
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobResume {

        /** Properties of a JobResume. */
        interface $Properties {

            /** JobResume marks */
            marks?: (coscore.JobMark.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobResume. */
        type $Shape = coscore.JobResume.$Properties;
    }

    /**
     * Properties of a JobMark.
     * @deprecated Use coscore.JobMark.$Properties instead.
     */
    interface IJobMark extends coscore.JobMark.$Properties {
    }

    /** Represents a JobMark. */
    class JobMark {

        /**
         * Constructs a new JobMark.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobMark.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobMark stage. */
        stage: string;

        /** JobMark iteration. */
        iteration: number;

        /** JobMark attempt. */
        attempt: number;

        /**
         * Creates a new JobMark instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobMark instance
         */
        static create(properties: coscore.JobMark.$Shape): coscore.JobMark & coscore.JobMark.$Shape;
        static create(properties?: coscore.JobMark.$Properties): coscore.JobMark;

        /**
         * Encodes the specified JobMark message. Does not implicitly {@link coscore.JobMark.verify|verify} messages.
         * @param message JobMark message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobMark.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobMark message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobMark & coscore.JobMark.$Shape} JobMark
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobMark & coscore.JobMark.$Shape;

        /**
         * Gets the type url for JobMark
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobMark {

        /** Properties of a JobMark. */
        interface $Properties {

            /** JobMark stage */
            stage?: (string|null);

            /** JobMark iteration */
            iteration?: (number|null);

            /** JobMark attempt */
            attempt?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobMark. */
        type $Shape = coscore.JobMark.$Properties;
    }

    /**
     * Properties of a JobForestNote.
     * @deprecated Use coscore.JobForestNote.$Properties instead.
     */
    interface IJobForestNote extends coscore.JobForestNote.$Properties {
    }

    /** Represents a JobForestNote. */
    class JobForestNote {

        /**
         * Constructs a new JobForestNote.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobForestNote.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobForestNote tree. */
        tree: number;

        /** JobForestNote own. */
        own: coscore.JobForestSplit.$Properties[];

        /** JobForestNote step. */
        step?: (coscore.JobForestStep.$Properties|null);

        /** JobForestNote keep. */
        keep: boolean;

        /** JobForestNote records. */
        records: number;

        /** JobForestNote pad. */
        pad: Uint8Array[];

        /**
         * Creates a new JobForestNote instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobForestNote instance
         */
        static create(properties: coscore.JobForestNote.$Shape): coscore.JobForestNote & coscore.JobForestNote.$Shape;
        static create(properties?: coscore.JobForestNote.$Properties): coscore.JobForestNote;

        /**
         * Encodes the specified JobForestNote message. Does not implicitly {@link coscore.JobForestNote.verify|verify} messages.
         * @param message JobForestNote message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobForestNote.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobForestNote message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobForestNote & coscore.JobForestNote.$Shape} JobForestNote
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobForestNote & coscore.JobForestNote.$Shape;

        /**
         * Gets the type url for JobForestNote
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobForestNote {

        /** Properties of a JobForestNote. */
        interface $Properties {

            /** JobForestNote tree */
            tree?: (number|null);

            /** JobForestNote own */
            own?: (coscore.JobForestSplit.$Properties[]|null);

            /** JobForestNote step */
            step?: (coscore.JobForestStep.$Properties|null);

            /** JobForestNote keep */
            keep?: (boolean|null);

            /** JobForestNote records */
            records?: (number|null);

            /** JobForestNote pad */
            pad?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobForestNote. */
        type $Shape = coscore.JobForestNote.$Properties;
    }

    /**
     * Properties of a JobForestSplit.
     * @deprecated Use coscore.JobForestSplit.$Properties instead.
     */
    interface IJobForestSplit extends coscore.JobForestSplit.$Properties {
    }

    /** Represents a JobForestSplit. */
    class JobForestSplit {

        /**
         * Constructs a new JobForestSplit.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobForestSplit.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobForestSplit node. */
        node: number;

        /** JobForestSplit left. */
        left: number;

        /** JobForestSplit right. */
        right: number;

        /** JobForestSplit feature. */
        feature: number;

        /** JobForestSplit goesLeft. */
        goesLeft: Uint8Array;

        /**
         * Creates a new JobForestSplit instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobForestSplit instance
         */
        static create(properties: coscore.JobForestSplit.$Shape): coscore.JobForestSplit & coscore.JobForestSplit.$Shape;
        static create(properties?: coscore.JobForestSplit.$Properties): coscore.JobForestSplit;

        /**
         * Encodes the specified JobForestSplit message. Does not implicitly {@link coscore.JobForestSplit.verify|verify} messages.
         * @param message JobForestSplit message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobForestSplit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobForestSplit message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobForestSplit & coscore.JobForestSplit.$Shape} JobForestSplit
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobForestSplit & coscore.JobForestSplit.$Shape;

        /**
         * Gets the type url for JobForestSplit
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobForestSplit {

        /** Properties of a JobForestSplit. */
        interface $Properties {

            /** JobForestSplit node */
            node?: (number|null);

            /** JobForestSplit left */
            left?: (number|null);

            /** JobForestSplit right */
            right?: (number|null);

            /** JobForestSplit feature */
            feature?: (number|null);

            /** JobForestSplit goesLeft */
            goesLeft?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobForestSplit. */
        type $Shape = coscore.JobForestSplit.$Properties;
    }

    /**
     * Properties of a JobForestStep.
     * @deprecated Use coscore.JobForestStep.$Properties instead.
     */
    interface IJobForestStep extends coscore.JobForestStep.$Properties {
    }

    /** Represents a JobForestStep. */
    class JobForestStep {

        /**
         * Constructs a new JobForestStep.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobForestStep.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobForestStep splits. */
        splits: Uint8Array;

        /** JobForestStep measure. */
        measure: Uint8Array;

        /** JobForestStep right. */
        right: Uint8Array;

        /**
         * Creates a new JobForestStep instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobForestStep instance
         */
        static create(properties: coscore.JobForestStep.$Shape): coscore.JobForestStep & coscore.JobForestStep.$Shape;
        static create(properties?: coscore.JobForestStep.$Properties): coscore.JobForestStep;

        /**
         * Encodes the specified JobForestStep message. Does not implicitly {@link coscore.JobForestStep.verify|verify} messages.
         * @param message JobForestStep message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobForestStep.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobForestStep message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobForestStep & coscore.JobForestStep.$Shape} JobForestStep
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobForestStep & coscore.JobForestStep.$Shape;

        /**
         * Gets the type url for JobForestStep
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobForestStep {

        /** Properties of a JobForestStep. */
        interface $Properties {

            /** JobForestStep splits */
            splits?: (Uint8Array|null);

            /** JobForestStep measure */
            measure?: (Uint8Array|null);

            /** JobForestStep right */
            right?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobForestStep. */
        type $Shape = coscore.JobForestStep.$Properties;
    }

    /**
     * Properties of a JobForestReply.
     * @deprecated Use coscore.JobForestReply.$Properties instead.
     */
    interface IJobForestReply extends coscore.JobForestReply.$Properties {
    }

    /** Represents a JobForestReply. */
    class JobForestReply {

        /**
         * Constructs a new JobForestReply.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobForestReply.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobForestReply right. */
        right: Uint8Array;

        /**
         * Creates a new JobForestReply instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobForestReply instance
         */
        static create(properties: coscore.JobForestReply.$Shape): coscore.JobForestReply & coscore.JobForestReply.$Shape;
        static create(properties?: coscore.JobForestReply.$Properties): coscore.JobForestReply;

        /**
         * Encodes the specified JobForestReply message. Does not implicitly {@link coscore.JobForestReply.verify|verify} messages.
         * @param message JobForestReply message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobForestReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobForestReply message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobForestReply & coscore.JobForestReply.$Shape} JobForestReply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobForestReply & coscore.JobForestReply.$Shape;

        /**
         * Gets the type url for JobForestReply
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobForestReply {

        /** Properties of a JobForestReply. */
        interface $Properties {

            /** JobForestReply right */
            right?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobForestReply. */
        type $Shape = coscore.JobForestReply.$Properties;
    }

    /**
     * Properties of a JobForestEarlier.
     * @deprecated Use coscore.JobForestEarlier.$Properties instead.
     */
    interface IJobForestEarlier extends coscore.JobForestEarlier.$Properties {
    }

    /** Represents a JobForestEarlier. */
    class JobForestEarlier {

        /**
         * Constructs a new JobForestEarlier.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobForestEarlier.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobForestEarlier shardDigest. */
        shardDigest: Uint8Array;

        /**
         * Creates a new JobForestEarlier instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobForestEarlier instance
         */
        static create(properties: coscore.JobForestEarlier.$Shape): coscore.JobForestEarlier & coscore.JobForestEarlier.$Shape;
        static create(properties?: coscore.JobForestEarlier.$Properties): coscore.JobForestEarlier;

        /**
         * Encodes the specified JobForestEarlier message. Does not implicitly {@link coscore.JobForestEarlier.verify|verify} messages.
         * @param message JobForestEarlier message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobForestEarlier.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobForestEarlier message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobForestEarlier & coscore.JobForestEarlier.$Shape} JobForestEarlier
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobForestEarlier & coscore.JobForestEarlier.$Shape;

        /**
         * Gets the type url for JobForestEarlier
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobForestEarlier {

        /** Properties of a JobForestEarlier. */
        interface $Properties {

            /** JobForestEarlier shardDigest */
            shardDigest?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobForestEarlier. */
        type $Shape = coscore.JobForestEarlier.$Properties;
    }

    /**
     * Properties of a JobForestReach.
     * @deprecated Use coscore.JobForestReach.$Properties instead.
     */
    interface IJobForestReach extends coscore.JobForestReach.$Properties {
    }

    /** Represents a JobForestReach. */
    class JobForestReach {

        /**
         * Constructs a new JobForestReach.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobForestReach.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobForestReach first. */
        first: number;

        /** JobForestReach rows. */
        rows: number;

        /** JobForestReach records. */
        records: Uint8Array;

        /** JobForestReach reach. */
        reach: Uint8Array;

        /**
         * Creates a new JobForestReach instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobForestReach instance
         */
        static create(properties: coscore.JobForestReach.$Shape): coscore.JobForestReach & coscore.JobForestReach.$Shape;
        static create(properties?: coscore.JobForestReach.$Properties): coscore.JobForestReach;

        /**
         * Encodes the specified JobForestReach message. Does not implicitly {@link coscore.JobForestReach.verify|verify} messages.
         * @param message JobForestReach message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobForestReach.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobForestReach message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobForestReach & coscore.JobForestReach.$Shape} JobForestReach
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobForestReach & coscore.JobForestReach.$Shape;

        /**
         * Gets the type url for JobForestReach
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobForestReach {

        /** Properties of a JobForestReach. */
        interface $Properties {

            /** JobForestReach first */
            first?: (number|null);

            /** JobForestReach rows */
            rows?: (number|null);

            /** JobForestReach records */
            records?: (Uint8Array|null);

            /** JobForestReach reach */
            reach?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobForestReach. */
        type $Shape = coscore.JobForestReach.$Properties;
    }

    /**
     * Properties of a JobForestSides.
     * @deprecated Use coscore.JobForestSides.$Properties instead.
     */
    interface IJobForestSides extends coscore.JobForestSides.$Properties {
    }

    /** Represents a JobForestSides. */
    class JobForestSides {

        /**
         * Constructs a new JobForestSides.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobForestSides.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobForestSides left. */
        left: Uint8Array;

        /**
         * Creates a new JobForestSides instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobForestSides instance
         */
        static create(properties: coscore.JobForestSides.$Shape): coscore.JobForestSides & coscore.JobForestSides.$Shape;
        static create(properties?: coscore.JobForestSides.$Properties): coscore.JobForestSides;

        /**
         * Encodes the specified JobForestSides message. Does not implicitly {@link coscore.JobForestSides.verify|verify} messages.
         * @param message JobForestSides message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobForestSides.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobForestSides message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobForestSides & coscore.JobForestSides.$Shape} JobForestSides
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobForestSides & coscore.JobForestSides.$Shape;

        /**
         * Gets the type url for JobForestSides
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobForestSides {

        /** Properties of a JobForestSides. */
        interface $Properties {

            /** JobForestSides left */
            left?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobForestSides. */
        type $Shape = coscore.JobForestSides.$Properties;
    }

    /**
     * Properties of a JobForestEnd.
     * @deprecated Use coscore.JobForestEnd.$Properties instead.
     */
    interface IJobForestEnd extends coscore.JobForestEnd.$Properties {
    }

    /** Represents a JobForestEnd. */
    class JobForestEnd {

        /**
         * Constructs a new JobForestEnd.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobForestEnd.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobForestEnd trees. */
        trees: number;

        /** JobForestEnd records. */
        records: number;

        /**
         * Creates a new JobForestEnd instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobForestEnd instance
         */
        static create(properties: coscore.JobForestEnd.$Shape): coscore.JobForestEnd & coscore.JobForestEnd.$Shape;
        static create(properties?: coscore.JobForestEnd.$Properties): coscore.JobForestEnd;

        /**
         * Encodes the specified JobForestEnd message. Does not implicitly {@link coscore.JobForestEnd.verify|verify} messages.
         * @param message JobForestEnd message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobForestEnd.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobForestEnd message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobForestEnd & coscore.JobForestEnd.$Shape} JobForestEnd
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobForestEnd & coscore.JobForestEnd.$Shape;

        /**
         * Gets the type url for JobForestEnd
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobForestEnd {

        /** Properties of a JobForestEnd. */
        interface $Properties {

            /** JobForestEnd trees */
            trees?: (number|null);

            /** JobForestEnd records */
            records?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobForestEnd. */
        type $Shape = coscore.JobForestEnd.$Properties;
    }

    /**
     * Properties of a JobForestShard.
     * @deprecated Use coscore.JobForestShard.$Properties instead.
     */
    interface IJobForestShard extends coscore.JobForestShard.$Properties {
    }

    /** Represents a JobForestShard. */
    class JobForestShard {

        /**
         * Constructs a new JobForestShard.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.JobForestShard.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobForestShard digest. */
        digest: Uint8Array;

        /** JobForestShard shard. */
        shard: Uint8Array;

        /**
         * Creates a new JobForestShard instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobForestShard instance
         */
        static create(properties: coscore.JobForestShard.$Shape): coscore.JobForestShard & coscore.JobForestShard.$Shape;
        static create(properties?: coscore.JobForestShard.$Properties): coscore.JobForestShard;

        /**
         * Encodes the specified JobForestShard message. Does not implicitly {@link coscore.JobForestShard.verify|verify} messages.
         * @param message JobForestShard message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.JobForestShard.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobForestShard message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.JobForestShard & coscore.JobForestShard.$Shape} JobForestShard
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.JobForestShard & coscore.JobForestShard.$Shape;

        /**
         * Gets the type url for JobForestShard
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace JobForestShard {

        /** Properties of a JobForestShard. */
        interface $Properties {

            /** JobForestShard digest */
            digest?: (Uint8Array|null);

            /** JobForestShard shard */
            shard?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobForestShard. */
        type $Shape = coscore.JobForestShard.$Properties;
    }

    /**
     * Properties of a MatVecMasked.
     * @deprecated Use coscore.MatVecMasked.$Properties instead.
     */
    interface IMatVecMasked extends coscore.MatVecMasked.$Properties {
    }

    /** Represents a MatVecMasked. */
    class MatVecMasked {

        /**
         * Constructs a new MatVecMasked.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.MatVecMasked.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MatVecMasked column. */
        column: number;

        /** MatVecMasked start. */
        start: number;

        /** MatVecMasked residues. */
        residues: Uint8Array;

        /**
         * Creates a new MatVecMasked instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MatVecMasked instance
         */
        static create(properties: coscore.MatVecMasked.$Shape): coscore.MatVecMasked & coscore.MatVecMasked.$Shape;
        static create(properties?: coscore.MatVecMasked.$Properties): coscore.MatVecMasked;

        /**
         * Encodes the specified MatVecMasked message. Does not implicitly {@link coscore.MatVecMasked.verify|verify} messages.
         * @param message MatVecMasked message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.MatVecMasked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MatVecMasked message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.MatVecMasked & coscore.MatVecMasked.$Shape} MatVecMasked
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.MatVecMasked & coscore.MatVecMasked.$Shape;

        /**
         * Gets the type url for MatVecMasked
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace MatVecMasked {

        /** Properties of a MatVecMasked. */
        interface $Properties {

            /** MatVecMasked column */
            column?: (number|null);

            /** MatVecMasked start */
            start?: (number|null);

            /** MatVecMasked residues */
            residues?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MatVecMasked. */
        type $Shape = coscore.MatVecMasked.$Properties;
    }

    /**
     * Properties of a MatVecProduct.
     * @deprecated Use coscore.MatVecProduct.$Properties instead.
     */
    interface IMatVecProduct extends coscore.MatVecProduct.$Properties {
    }

    /** Represents a MatVecProduct. */
    class MatVecProduct {

        /**
         * Constructs a new MatVecProduct.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.MatVecProduct.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MatVecProduct index. */
        index: number;

        /** MatVecProduct delta. */
        delta: Uint8Array;

        /** MatVecProduct part. */
        part: Uint8Array;

        /**
         * Creates a new MatVecProduct instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MatVecProduct instance
         */
        static create(properties: coscore.MatVecProduct.$Shape): coscore.MatVecProduct & coscore.MatVecProduct.$Shape;
        static create(properties?: coscore.MatVecProduct.$Properties): coscore.MatVecProduct;

        /**
         * Encodes the specified MatVecProduct message. Does not implicitly {@link coscore.MatVecProduct.verify|verify} messages.
         * @param message MatVecProduct message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.MatVecProduct.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MatVecProduct message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.MatVecProduct & coscore.MatVecProduct.$Shape} MatVecProduct
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.MatVecProduct & coscore.MatVecProduct.$Shape;

        /**
         * Gets the type url for MatVecProduct
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace MatVecProduct {

        /** Properties of a MatVecProduct. */
        interface $Properties {

            /** MatVecProduct index */
            index?: (number|null);

            /** MatVecProduct delta */
            delta?: (Uint8Array|null);

            /** MatVecProduct part */
            part?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MatVecProduct. */
        type $Shape = coscore.MatVecProduct.$Properties;
    }

    /**
     * Properties of a MatVecOpening.
     * @deprecated Use coscore.MatVecOpening.$Properties instead.
     */
    interface IMatVecOpening extends coscore.MatVecOpening.$Properties {
    }

    /** Represents a MatVecOpening. */
    class MatVecOpening {

        /**
         * Constructs a new MatVecOpening.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.MatVecOpening.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MatVecOpening index. */
        index: number;

        /** MatVecOpening part. */
        part: Uint8Array;

        /**
         * Creates a new MatVecOpening instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MatVecOpening instance
         */
        static create(properties: coscore.MatVecOpening.$Shape): coscore.MatVecOpening & coscore.MatVecOpening.$Shape;
        static create(properties?: coscore.MatVecOpening.$Properties): coscore.MatVecOpening;

        /**
         * Encodes the specified MatVecOpening message. Does not implicitly {@link coscore.MatVecOpening.verify|verify} messages.
         * @param message MatVecOpening message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.MatVecOpening.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MatVecOpening message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.MatVecOpening & coscore.MatVecOpening.$Shape} MatVecOpening
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.MatVecOpening & coscore.MatVecOpening.$Shape;

        /**
         * Gets the type url for MatVecOpening
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace MatVecOpening {

        /** Properties of a MatVecOpening. */
        interface $Properties {

            /** MatVecOpening index */
            index?: (number|null);

            /** MatVecOpening part */
            part?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MatVecOpening. */
        type $Shape = coscore.MatVecOpening.$Properties;
    }

    /**
     * Properties of a MatVecTerms.
     * @deprecated Use coscore.MatVecTerms.$Properties instead.
     */
    interface IMatVecTerms extends coscore.MatVecTerms.$Properties {
    }

    /** Represents a MatVecTerms. */
    class MatVecTerms {

        /**
         * Constructs a new MatVecTerms.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.MatVecTerms.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MatVecTerms digest. */
        digest: Uint8Array;

        /**
         * Creates a new MatVecTerms instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MatVecTerms instance
         */
        static create(properties: coscore.MatVecTerms.$Shape): coscore.MatVecTerms & coscore.MatVecTerms.$Shape;
        static create(properties?: coscore.MatVecTerms.$Properties): coscore.MatVecTerms;

        /**
         * Encodes the specified MatVecTerms message. Does not implicitly {@link coscore.MatVecTerms.verify|verify} messages.
         * @param message MatVecTerms message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.MatVecTerms.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MatVecTerms message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.MatVecTerms & coscore.MatVecTerms.$Shape} MatVecTerms
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.MatVecTerms & coscore.MatVecTerms.$Shape;

        /**
         * Gets the type url for MatVecTerms
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace MatVecTerms {

        /** Properties of a MatVecTerms. */
        interface $Properties {

            /** MatVecTerms digest */
            digest?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MatVecTerms. */
        type $Shape = coscore.MatVecTerms.$Properties;
    }

    /**
     * Properties of a MatVecKey.
     * @deprecated Use coscore.MatVecKey.$Properties instead.
     */
    interface IMatVecKey extends coscore.MatVecKey.$Properties {
    }

    /** Represents a MatVecKey. */
    class MatVecKey {

        /**
         * Constructs a new MatVecKey.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.MatVecKey.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MatVecKey index. */
        index: number;

        /** MatVecKey publicKey. */
        publicKey: Uint8Array;

        /**
         * Creates a new MatVecKey instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MatVecKey instance
         */
        static create(properties: coscore.MatVecKey.$Shape): coscore.MatVecKey & coscore.MatVecKey.$Shape;
        static create(properties?: coscore.MatVecKey.$Properties): coscore.MatVecKey;

        /**
         * Encodes the specified MatVecKey message. Does not implicitly {@link coscore.MatVecKey.verify|verify} messages.
         * @param message MatVecKey message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.MatVecKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MatVecKey message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.MatVecKey & coscore.MatVecKey.$Shape} MatVecKey
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.MatVecKey & coscore.MatVecKey.$Shape;

        /**
         * Gets the type url for MatVecKey
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace MatVecKey {

        /** Properties of a MatVecKey. */
        interface $Properties {

            /** MatVecKey index */
            index?: (number|null);

            /** MatVecKey publicKey */
            publicKey?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MatVecKey. */
        type $Shape = coscore.MatVecKey.$Properties;
    }

    /**
     * Properties of a MatVecEncrypted.
     * @deprecated Use coscore.MatVecEncrypted.$Properties instead.
     */
    interface IMatVecEncrypted extends coscore.MatVecEncrypted.$Properties {
    }

    /** Represents a MatVecEncrypted. */
    class MatVecEncrypted {

        /**
         * Constructs a new MatVecEncrypted.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.MatVecEncrypted.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MatVecEncrypted index. */
        index: number;

        /** MatVecEncrypted chunk. */
        chunk: number;

        /** MatVecEncrypted cipher. */
        cipher: Uint8Array;

        /**
         * Creates a new MatVecEncrypted instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MatVecEncrypted instance
         */
        static create(properties: coscore.MatVecEncrypted.$Shape): coscore.MatVecEncrypted & coscore.MatVecEncrypted.$Shape;
        static create(properties?: coscore.MatVecEncrypted.$Properties): coscore.MatVecEncrypted;

        /**
         * Encodes the specified MatVecEncrypted message. Does not implicitly {@link coscore.MatVecEncrypted.verify|verify} messages.
         * @param message MatVecEncrypted message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.MatVecEncrypted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MatVecEncrypted message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.MatVecEncrypted & coscore.MatVecEncrypted.$Shape} MatVecEncrypted
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.MatVecEncrypted & coscore.MatVecEncrypted.$Shape;

        /**
         * Gets the type url for MatVecEncrypted
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace MatVecEncrypted {

        /** Properties of a MatVecEncrypted. */
        interface $Properties {

            /** MatVecEncrypted index */
            index?: (number|null);

            /** MatVecEncrypted chunk */
            chunk?: (number|null);

            /** MatVecEncrypted cipher */
            cipher?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MatVecEncrypted. */
        type $Shape = coscore.MatVecEncrypted.$Properties;
    }

    /**
     * Properties of a MatVecHiddenProduct.
     * @deprecated Use coscore.MatVecHiddenProduct.$Properties instead.
     */
    interface IMatVecHiddenProduct extends coscore.MatVecHiddenProduct.$Properties {
    }

    /** Represents a MatVecHiddenProduct. */
    class MatVecHiddenProduct {

        /**
         * Constructs a new MatVecHiddenProduct.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.MatVecHiddenProduct.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MatVecHiddenProduct index. */
        index: number;

        /** MatVecHiddenProduct column. */
        column: number;

        /** MatVecHiddenProduct cipher. */
        cipher: Uint8Array;

        /**
         * Creates a new MatVecHiddenProduct instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MatVecHiddenProduct instance
         */
        static create(properties: coscore.MatVecHiddenProduct.$Shape): coscore.MatVecHiddenProduct & coscore.MatVecHiddenProduct.$Shape;
        static create(properties?: coscore.MatVecHiddenProduct.$Properties): coscore.MatVecHiddenProduct;

        /**
         * Encodes the specified MatVecHiddenProduct message. Does not implicitly {@link coscore.MatVecHiddenProduct.verify|verify} messages.
         * @param message MatVecHiddenProduct message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.MatVecHiddenProduct.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MatVecHiddenProduct message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.MatVecHiddenProduct & coscore.MatVecHiddenProduct.$Shape} MatVecHiddenProduct
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.MatVecHiddenProduct & coscore.MatVecHiddenProduct.$Shape;

        /**
         * Gets the type url for MatVecHiddenProduct
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace MatVecHiddenProduct {

        /** Properties of a MatVecHiddenProduct. */
        interface $Properties {

            /** MatVecHiddenProduct index */
            index?: (number|null);

            /** MatVecHiddenProduct column */
            column?: (number|null);

            /** MatVecHiddenProduct cipher */
            cipher?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MatVecHiddenProduct. */
        type $Shape = coscore.MatVecHiddenProduct.$Properties;
    }

    /**
     * Properties of a PoolOffer.
     * @deprecated Use coscore.PoolOffer.$Properties instead.
     */
    interface IPoolOffer extends coscore.PoolOffer.$Properties {
    }

    /** Represents a PoolOffer. */
    class PoolOffer {

        /**
         * Constructs a new PoolOffer.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.PoolOffer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PoolOffer batches. */
        batches: coscore.PoolBatch.$Properties[];

        /** PoolOffer columns. */
        columns: number;

        /**
         * Creates a new PoolOffer instance using the specified properties.
         * @param [properties] Properties to set
         * @returns PoolOffer instance
         */
        static create(properties: coscore.PoolOffer.$Shape): coscore.PoolOffer & coscore.PoolOffer.$Shape;
        static create(properties?: coscore.PoolOffer.$Properties): coscore.PoolOffer;

        /**
         * Encodes the specified PoolOffer message. Does not implicitly {@link coscore.PoolOffer.verify|verify} messages.
         * @param message PoolOffer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.PoolOffer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PoolOffer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.PoolOffer & coscore.PoolOffer.$Shape} PoolOffer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.PoolOffer & coscore.PoolOffer.$Shape;

        /**
         * Gets the type url for PoolOffer
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace PoolOffer {

        /** Properties of a PoolOffer. */
        interface $Properties {

            /** PoolOffer batches */
            batches?: (coscore.PoolBatch.$Properties[]|null);

            /** PoolOffer columns */
            columns?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PoolOffer. */
        type $Shape = coscore.PoolOffer.$Properties;
    }

    /**
     * Properties of a PoolBatch.
     * @deprecated Use coscore.PoolBatch.$Properties instead.
     */
    interface IPoolBatch extends coscore.PoolBatch.$Properties {
    }

    /** Represents a PoolBatch. */
    class PoolBatch {

        /**
         * Constructs a new PoolBatch.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.PoolBatch.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PoolBatch id. */
        id: string;

        /** PoolBatch columns. */
        columns: number;

        /**
         * Creates a new PoolBatch instance using the specified properties.
         * @param [properties] Properties to set
         * @returns PoolBatch instance
         */
        static create(properties: coscore.PoolBatch.$Shape): coscore.PoolBatch & coscore.PoolBatch.$Shape;
        static create(properties?: coscore.PoolBatch.$Properties): coscore.PoolBatch;

        /**
         * Encodes the specified PoolBatch message. Does not implicitly {@link coscore.PoolBatch.verify|verify} messages.
         * @param message PoolBatch message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.PoolBatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PoolBatch message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.PoolBatch & coscore.PoolBatch.$Shape} PoolBatch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.PoolBatch & coscore.PoolBatch.$Shape;

        /**
         * Gets the type url for PoolBatch
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace PoolBatch {

        /** Properties of a PoolBatch. */
        interface $Properties {

            /** PoolBatch id */
            id?: (string|null);

            /** PoolBatch columns */
            columns?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PoolBatch. */
        type $Shape = coscore.PoolBatch.$Properties;
    }

    /**
     * Properties of a PoolAnswer.
     * @deprecated Use coscore.PoolAnswer.$Properties instead.
     */
    interface IPoolAnswer extends coscore.PoolAnswer.$Properties {
    }

    /** Represents a PoolAnswer. */
    class PoolAnswer {

        /**
         * Constructs a new PoolAnswer.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.PoolAnswer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PoolAnswer held. */
        held: string[];

        /** PoolAnswer missing. */
        missing: string[];

        /**
         * Creates a new PoolAnswer instance using the specified properties.
         * @param [properties] Properties to set
         * @returns PoolAnswer instance
         */
        static create(properties: coscore.PoolAnswer.$Shape): coscore.PoolAnswer & coscore.PoolAnswer.$Shape;
        static create(properties?: coscore.PoolAnswer.$Properties): coscore.PoolAnswer;

        /**
         * Encodes the specified PoolAnswer message. Does not implicitly {@link coscore.PoolAnswer.verify|verify} messages.
         * @param message PoolAnswer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.PoolAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PoolAnswer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.PoolAnswer & coscore.PoolAnswer.$Shape} PoolAnswer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.PoolAnswer & coscore.PoolAnswer.$Shape;

        /**
         * Gets the type url for PoolAnswer
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace PoolAnswer {

        /** Properties of a PoolAnswer. */
        interface $Properties {

            /** PoolAnswer held */
            held?: (string[]|null);

            /** PoolAnswer missing */
            missing?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PoolAnswer. */
        type $Shape = coscore.PoolAnswer.$Properties;
    }

    /**
     * Properties of a PoolStored.
     * @deprecated Use coscore.PoolStored.$Properties instead.
     */
    interface IPoolStored extends coscore.PoolStored.$Properties {
    }

    /** Represents a PoolStored. */
    class PoolStored {

        /**
         * Constructs a new PoolStored.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.PoolStored.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PoolStored batch. */
        batch: number;

        /**
         * Creates a new PoolStored instance using the specified properties.
         * @param [properties] Properties to set
         * @returns PoolStored instance
         */
        static create(properties: coscore.PoolStored.$Shape): coscore.PoolStored & coscore.PoolStored.$Shape;
        static create(properties?: coscore.PoolStored.$Properties): coscore.PoolStored;

        /**
         * Encodes the specified PoolStored message. Does not implicitly {@link coscore.PoolStored.verify|verify} messages.
         * @param message PoolStored message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.PoolStored.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PoolStored message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.PoolStored & coscore.PoolStored.$Shape} PoolStored
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.PoolStored & coscore.PoolStored.$Shape;

        /**
         * Gets the type url for PoolStored
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace PoolStored {

        /** Properties of a PoolStored. */
        interface $Properties {

            /** PoolStored batch */
            batch?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PoolStored. */
        type $Shape = coscore.PoolStored.$Properties;
    }

    /**
     * Properties of a ScoreTerms.
     * @deprecated Use coscore.ScoreTerms.$Properties instead.
     */
    interface IScoreTerms extends coscore.ScoreTerms.$Properties {
    }

    /** Represents a ScoreTerms. */
    class ScoreTerms {

        /**
         * Constructs a new ScoreTerms.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.ScoreTerms.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ScoreTerms model. */
        model: string;

        /** ScoreTerms rows. */
        rows: number;

        /** ScoreTerms shardDigest. */
        shardDigest: Uint8Array;

        /**
         * Creates a new ScoreTerms instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ScoreTerms instance
         */
        static create(properties: coscore.ScoreTerms.$Shape): coscore.ScoreTerms & coscore.ScoreTerms.$Shape;
        static create(properties?: coscore.ScoreTerms.$Properties): coscore.ScoreTerms;

        /**
         * Encodes the specified ScoreTerms message. Does not implicitly {@link coscore.ScoreTerms.verify|verify} messages.
         * @param message ScoreTerms message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.ScoreTerms.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ScoreTerms message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.ScoreTerms & coscore.ScoreTerms.$Shape} ScoreTerms
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.ScoreTerms & coscore.ScoreTerms.$Shape;

        /**
         * Gets the type url for ScoreTerms
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ScoreTerms {

        /** Properties of a ScoreTerms. */
        interface $Properties {

            /** ScoreTerms model */
            model?: (string|null);

            /** ScoreTerms rows */
            rows?: (number|null);

            /** ScoreTerms shardDigest */
            shardDigest?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ScoreTerms. */
        type $Shape = coscore.ScoreTerms.$Properties;
    }

    /**
     * Properties of a ScorePoints.
     * @deprecated Use coscore.ScorePoints.$Properties instead.
     */
    interface IScorePoints extends coscore.ScorePoints.$Properties {
    }

    /** Represents a ScorePoints. */
    class ScorePoints {

        /**
         * Constructs a new ScorePoints.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.ScorePoints.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ScorePoints features. */
        features: string[];

        /** ScorePoints values. */
        values: Uint8Array;

        /**
         * Creates a new ScorePoints instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ScorePoints instance
         */
        static create(properties: coscore.ScorePoints.$Shape): coscore.ScorePoints & coscore.ScorePoints.$Shape;
        static create(properties?: coscore.ScorePoints.$Properties): coscore.ScorePoints;

        /**
         * Encodes the specified ScorePoints message. Does not implicitly {@link coscore.ScorePoints.verify|verify} messages.
         * @param message ScorePoints message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.ScorePoints.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ScorePoints message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.ScorePoints & coscore.ScorePoints.$Shape} ScorePoints
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.ScorePoints & coscore.ScorePoints.$Shape;

        /**
         * Gets the type url for ScorePoints
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ScorePoints {

        /** Properties of a ScorePoints. */
        interface $Properties {

            /** ScorePoints features */
            features?: (string[]|null);

            /** ScorePoints values */
            values?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ScorePoints. */
        type $Shape = coscore.ScorePoints.$Properties;
    }

    /**
     * Properties of a ScoreSides.
     * @deprecated Use coscore.ScoreSides.$Properties instead.
     */
    interface IScoreSides extends coscore.ScoreSides.$Properties {
    }

    /** Represents a ScoreSides. */
    class ScoreSides {

        /**
         * Constructs a new ScoreSides.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.ScoreSides.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ScoreSides left. */
        left: Uint8Array;

        /**
         * Creates a new ScoreSides instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ScoreSides instance
         */
        static create(properties: coscore.ScoreSides.$Shape): coscore.ScoreSides & coscore.ScoreSides.$Shape;
        static create(properties?: coscore.ScoreSides.$Properties): coscore.ScoreSides;

        /**
         * Encodes the specified ScoreSides message. Does not implicitly {@link coscore.ScoreSides.verify|verify} messages.
         * @param message ScoreSides message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.ScoreSides.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ScoreSides message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.ScoreSides & coscore.ScoreSides.$Shape} ScoreSides
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.ScoreSides & coscore.ScoreSides.$Shape;

        /**
         * Gets the type url for ScoreSides
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ScoreSides {

        /** Properties of a ScoreSides. */
        interface $Properties {

            /** ScoreSides left */
            left?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ScoreSides. */
        type $Shape = coscore.ScoreSides.$Properties;
    }

    /**
     * Properties of a SecureSumKeys.
     * @deprecated Use coscore.SecureSumKeys.$Properties instead.
     */
    interface ISecureSumKeys extends coscore.SecureSumKeys.$Properties {
    }

    /** Represents a SecureSumKeys. */
    class SecureSumKeys {

        /**
         * Constructs a new SecureSumKeys.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.SecureSumKeys.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SecureSumKeys digest. */
        digest: Uint8Array;

        /** SecureSumKeys shareKey. */
        shareKey: Uint8Array;

        /** SecureSumKeys maskKey. */
        maskKey: Uint8Array;

        /**
         * Creates a new SecureSumKeys instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SecureSumKeys instance
         */
        static create(properties: coscore.SecureSumKeys.$Shape): coscore.SecureSumKeys & coscore.SecureSumKeys.$Shape;
        static create(properties?: coscore.SecureSumKeys.$Properties): coscore.SecureSumKeys;

        /**
         * Encodes the specified SecureSumKeys message. Does not implicitly {@link coscore.SecureSumKeys.verify|verify} messages.
         * @param message SecureSumKeys message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.SecureSumKeys.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SecureSumKeys message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.SecureSumKeys & coscore.SecureSumKeys.$Shape} SecureSumKeys
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.SecureSumKeys & coscore.SecureSumKeys.$Shape;

        /**
         * Gets the type url for SecureSumKeys
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace SecureSumKeys {

        /** Properties of a SecureSumKeys. */
        interface $Properties {

            /** SecureSumKeys digest */
            digest?: (Uint8Array|null);

            /** SecureSumKeys shareKey */
            shareKey?: (Uint8Array|null);

            /** SecureSumKeys maskKey */
            maskKey?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SecureSumKeys. */
        type $Shape = coscore.SecureSumKeys.$Properties;
    }

    /**
     * Properties of a SecureSumRoster.
     * @deprecated Use coscore.SecureSumRoster.$Properties instead.
     */
    interface ISecureSumRoster extends coscore.SecureSumRoster.$Properties {
    }

    /** Represents a SecureSumRoster. */
    class SecureSumRoster {

        /**
         * Constructs a new SecureSumRoster.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.SecureSumRoster.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SecureSumRoster members. */
        members: Uint8Array;

        /** SecureSumRoster shareKeys. */
        shareKeys: Uint8Array;

        /** SecureSumRoster maskKeys. */
        maskKeys: Uint8Array;

        /**
         * Creates a new SecureSumRoster instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SecureSumRoster instance
         */
        static create(properties: coscore.SecureSumRoster.$Shape): coscore.SecureSumRoster & coscore.SecureSumRoster.$Shape;
        static create(properties?: coscore.SecureSumRoster.$Properties): coscore.SecureSumRoster;

        /**
         * Encodes the specified SecureSumRoster message. Does not implicitly {@link coscore.SecureSumRoster.verify|verify} messages.
         * @param message SecureSumRoster message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.SecureSumRoster.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SecureSumRoster message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.SecureSumRoster & coscore.SecureSumRoster.$Shape} SecureSumRoster
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.SecureSumRoster & coscore.SecureSumRoster.$Shape;

        /**
         * Gets the type url for SecureSumRoster
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace SecureSumRoster {

        /** Properties of a SecureSumRoster. */
        interface $Properties {

            /** SecureSumRoster members */
            members?: (Uint8Array|null);

            /** SecureSumRoster shareKeys */
            shareKeys?: (Uint8Array|null);

            /** SecureSumRoster maskKeys */
            maskKeys?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SecureSumRoster. */
        type $Shape = coscore.SecureSumRoster.$Properties;
    }

    /**
     * Properties of a SecureSumShares.
     * @deprecated Use coscore.SecureSumShares.$Properties instead.
     */
    interface ISecureSumShares extends coscore.SecureSumShares.$Properties {
    }

    /** Represents a SecureSumShares. */
    class SecureSumShares {

        /**
         * Constructs a new SecureSumShares.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.SecureSumShares.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SecureSumShares members. */
        members: Uint8Array;

        /** SecureSumShares ciphertexts. */
        ciphertexts: Uint8Array;

        /**
         * Creates a new SecureSumShares instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SecureSumShares instance
         */
        static create(properties: coscore.SecureSumShares.$Shape): coscore.SecureSumShares & coscore.SecureSumShares.$Shape;
        static create(properties?: coscore.SecureSumShares.$Properties): coscore.SecureSumShares;

        /**
         * Encodes the specified SecureSumShares message. Does not implicitly {@link coscore.SecureSumShares.verify|verify} messages.
         * @param message SecureSumShares message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.SecureSumShares.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SecureSumShares message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.SecureSumShares & coscore.SecureSumShares.$Shape} SecureSumShares
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.SecureSumShares & coscore.SecureSumShares.$Shape;

        /**
         * Gets the type url for SecureSumShares
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace SecureSumShares {

        /** Properties of a SecureSumShares. */
        interface $Properties {

            /** SecureSumShares members */
            members?: (Uint8Array|null);

            /** SecureSumShares ciphertexts */
            ciphertexts?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SecureSumShares. */
        type $Shape = coscore.SecureSumShares.$Properties;
    }

    /**
     * Properties of a SecureSumMasked.
     * @deprecated Use coscore.SecureSumMasked.$Properties instead.
     */
    interface ISecureSumMasked extends coscore.SecureSumMasked.$Properties {
    }

    /** Represents a SecureSumMasked. */
    class SecureSumMasked {

        /**
         * Constructs a new SecureSumMasked.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.SecureSumMasked.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SecureSumMasked values. */
        values: Uint8Array;

        /**
         * Creates a new SecureSumMasked instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SecureSumMasked instance
         */
        static create(properties: coscore.SecureSumMasked.$Shape): coscore.SecureSumMasked & coscore.SecureSumMasked.$Shape;
        static create(properties?: coscore.SecureSumMasked.$Properties): coscore.SecureSumMasked;

        /**
         * Encodes the specified SecureSumMasked message. Does not implicitly {@link coscore.SecureSumMasked.verify|verify} messages.
         * @param message SecureSumMasked message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.SecureSumMasked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SecureSumMasked message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.SecureSumMasked & coscore.SecureSumMasked.$Shape} SecureSumMasked
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.SecureSumMasked & coscore.SecureSumMasked.$Shape;

        /**
         * Gets the type url for SecureSumMasked
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace SecureSumMasked {

        /** Properties of a SecureSumMasked. */
        interface $Properties {

            /** SecureSumMasked values */
            values?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SecureSumMasked. */
        type $Shape = coscore.SecureSumMasked.$Properties;
    }

    /**
     * Properties of a SecureSumSurvivors.
     * @deprecated Use coscore.SecureSumSurvivors.$Properties instead.
     */
    interface ISecureSumSurvivors extends coscore.SecureSumSurvivors.$Properties {
    }

    /** Represents a SecureSumSurvivors. */
    class SecureSumSurvivors {

        /**
         * Constructs a new SecureSumSurvivors.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.SecureSumSurvivors.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SecureSumSurvivors members. */
        members: Uint8Array;

        /**
         * Creates a new SecureSumSurvivors instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SecureSumSurvivors instance
         */
        static create(properties: coscore.SecureSumSurvivors.$Shape): coscore.SecureSumSurvivors & coscore.SecureSumSurvivors.$Shape;
        static create(properties?: coscore.SecureSumSurvivors.$Properties): coscore.SecureSumSurvivors;

        /**
         * Encodes the specified SecureSumSurvivors message. Does not implicitly {@link coscore.SecureSumSurvivors.verify|verify} messages.
         * @param message SecureSumSurvivors message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.SecureSumSurvivors.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SecureSumSurvivors message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.SecureSumSurvivors & coscore.SecureSumSurvivors.$Shape} SecureSumSurvivors
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.SecureSumSurvivors & coscore.SecureSumSurvivors.$Shape;

        /**
         * Gets the type url for SecureSumSurvivors
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace SecureSumSurvivors {

        /** Properties of a SecureSumSurvivors. */
        interface $Properties {

            /** SecureSumSurvivors members */
            members?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SecureSumSurvivors. */
        type $Shape = coscore.SecureSumSurvivors.$Properties;
    }

    /**
     * Properties of a SecureSumUnmask.
     * @deprecated Use coscore.SecureSumUnmask.$Properties instead.
     */
    interface ISecureSumUnmask extends coscore.SecureSumUnmask.$Properties {
    }

    /** Represents a SecureSumUnmask. */
    class SecureSumUnmask {

        /**
         * Constructs a new SecureSumUnmask.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.SecureSumUnmask.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SecureSumUnmask shares. */
        shares: Uint8Array;

        /**
         * Creates a new SecureSumUnmask instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SecureSumUnmask instance
         */
        static create(properties: coscore.SecureSumUnmask.$Shape): coscore.SecureSumUnmask & coscore.SecureSumUnmask.$Shape;
        static create(properties?: coscore.SecureSumUnmask.$Properties): coscore.SecureSumUnmask;

        /**
         * Encodes the specified SecureSumUnmask message. Does not implicitly {@link coscore.SecureSumUnmask.verify|verify} messages.
         * @param message SecureSumUnmask message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.SecureSumUnmask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SecureSumUnmask message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.SecureSumUnmask & coscore.SecureSumUnmask.$Shape} SecureSumUnmask
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.SecureSumUnmask & coscore.SecureSumUnmask.$Shape;

        /**
         * Gets the type url for SecureSumUnmask
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace SecureSumUnmask {

        /** Properties of a SecureSumUnmask. */
        interface $Properties {

            /** SecureSumUnmask shares */
            shares?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SecureSumUnmask. */
        type $Shape = coscore.SecureSumUnmask.$Properties;
    }

    /**
     * Properties of a SecureSumTotal.
     * @deprecated Use coscore.SecureSumTotal.$Properties instead.
     */
    interface ISecureSumTotal extends coscore.SecureSumTotal.$Properties {
    }

    /** Represents a SecureSumTotal. */
    class SecureSumTotal {

        /**
         * Constructs a new SecureSumTotal.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.SecureSumTotal.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SecureSumTotal members. */
        members: Uint8Array;

        /** SecureSumTotal values. */
        values: Uint8Array;

        /**
         * Creates a new SecureSumTotal instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SecureSumTotal instance
         */
        static create(properties: coscore.SecureSumTotal.$Shape): coscore.SecureSumTotal & coscore.SecureSumTotal.$Shape;
        static create(properties?: coscore.SecureSumTotal.$Properties): coscore.SecureSumTotal;

        /**
         * Encodes the specified SecureSumTotal message. Does not implicitly {@link coscore.SecureSumTotal.verify|verify} messages.
         * @param message SecureSumTotal message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.SecureSumTotal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SecureSumTotal message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.SecureSumTotal & coscore.SecureSumTotal.$Shape} SecureSumTotal
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.SecureSumTotal & coscore.SecureSumTotal.$Shape;

        /**
         * Gets the type url for SecureSumTotal
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace SecureSumTotal {

        /** Properties of a SecureSumTotal. */
        interface $Properties {

            /** SecureSumTotal members */
            members?: (Uint8Array|null);

            /** SecureSumTotal values */
            values?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SecureSumTotal. */
        type $Shape = coscore.SecureSumTotal.$Properties;
    }

    /**
     * Properties of a ZeroSumHello.
     * @deprecated Use coscore.ZeroSumHello.$Properties instead.
     */
    interface IZeroSumHello extends coscore.ZeroSumHello.$Properties {
    }

    /** Represents a ZeroSumHello. */
    class ZeroSumHello {

        /**
         * Constructs a new ZeroSumHello.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.ZeroSumHello.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ZeroSumHello digest. */
        digest: Uint8Array;

        /** ZeroSumHello publicKey. */
        publicKey: Uint8Array;

        /**
         * Creates a new ZeroSumHello instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ZeroSumHello instance
         */
        static create(properties: coscore.ZeroSumHello.$Shape): coscore.ZeroSumHello & coscore.ZeroSumHello.$Shape;
        static create(properties?: coscore.ZeroSumHello.$Properties): coscore.ZeroSumHello;

        /**
         * Encodes the specified ZeroSumHello message. Does not implicitly {@link coscore.ZeroSumHello.verify|verify} messages.
         * @param message ZeroSumHello message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.ZeroSumHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ZeroSumHello message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.ZeroSumHello & coscore.ZeroSumHello.$Shape} ZeroSumHello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.ZeroSumHello & coscore.ZeroSumHello.$Shape;

        /**
         * Gets the type url for ZeroSumHello
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ZeroSumHello {

        /** Properties of a ZeroSumHello. */
        interface $Properties {

            /** ZeroSumHello digest */
            digest?: (Uint8Array|null);

            /** ZeroSumHello publicKey */
            publicKey?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ZeroSumHello. */
        type $Shape = coscore.ZeroSumHello.$Properties;
    }

    /**
     * Properties of a ZeroSumVector.
     * @deprecated Use coscore.ZeroSumVector.$Properties instead.
     */
    interface IZeroSumVector extends coscore.ZeroSumVector.$Properties {
    }

    /** Represents a ZeroSumVector. */
    class ZeroSumVector {

        /**
         * Constructs a new ZeroSumVector.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.ZeroSumVector.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ZeroSumVector round. */
        round: number;

        /** ZeroSumVector values. */
        values: Uint8Array;

        /**
         * Creates a new ZeroSumVector instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ZeroSumVector instance
         */
        static create(properties: coscore.ZeroSumVector.$Shape): coscore.ZeroSumVector & coscore.ZeroSumVector.$Shape;
        static create(properties?: coscore.ZeroSumVector.$Properties): coscore.ZeroSumVector;

        /**
         * Encodes the specified ZeroSumVector message. Does not implicitly {@link coscore.ZeroSumVector.verify|verify} messages.
         * @param message ZeroSumVector message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.ZeroSumVector.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ZeroSumVector message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.ZeroSumVector & coscore.ZeroSumVector.$Shape} ZeroSumVector
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.ZeroSumVector & coscore.ZeroSumVector.$Shape;

        /**
         * Gets the type url for ZeroSumVector
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ZeroSumVector {

        /** Properties of a ZeroSumVector. */
        interface $Properties {

            /** ZeroSumVector round */
            round?: (number|null);

            /** ZeroSumVector values */
            values?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ZeroSumVector. */
        type $Shape = coscore.ZeroSumVector.$Properties;
    }

    /**
     * Properties of a SharedSigmoidMasked.
     * @deprecated Use coscore.SharedSigmoidMasked.$Properties instead.
     */
    interface ISharedSigmoidMasked extends coscore.SharedSigmoidMasked.$Properties {
    }

    /** Represents a SharedSigmoidMasked. */
    class SharedSigmoidMasked {

        /**
         * Constructs a new SharedSigmoidMasked.
         * @param [properties] Properties to set
         */
        constructor(properties?: coscore.SharedSigmoidMasked.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SharedSigmoidMasked index. */
        index: number;

        /** SharedSigmoidMasked values. */
        values: Uint8Array;

        /**
         * Creates a new SharedSigmoidMasked instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SharedSigmoidMasked instance
         */
        static create(properties: coscore.SharedSigmoidMasked.$Shape): coscore.SharedSigmoidMasked & coscore.SharedSigmoidMasked.$Shape;
        static create(properties?: coscore.SharedSigmoidMasked.$Properties): coscore.SharedSigmoidMasked;

        /**
         * Encodes the specified SharedSigmoidMasked message. Does not implicitly {@link coscore.SharedSigmoidMasked.verify|verify} messages.
         * @param message SharedSigmoidMasked message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: coscore.SharedSigmoidMasked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SharedSigmoidMasked message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {coscore.SharedSigmoidMasked & coscore.SharedSigmoidMasked.$Shape} SharedSigmoidMasked
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): coscore.SharedSigmoidMasked & coscore.SharedSigmoidMasked.$Shape;

        /**
         * Gets the type url for SharedSigmoidMasked
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace SharedSigmoidMasked {

        /** Properties of a SharedSigmoidMasked. */
        interface $Properties {

            /** SharedSigmoidMasked index */
            index?: (number|null);

            /** SharedSigmoidMasked values */
            values?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SharedSigmoidMasked. */
        type $Shape = coscore.SharedSigmoidMasked.$Properties;
    }
}
